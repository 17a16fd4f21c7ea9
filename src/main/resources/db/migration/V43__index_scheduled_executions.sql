create index workflow_executions_succeeded_idx on workflow_executions (strategy_id, as_of desc)
    where run_type = 'scheduled' and status = 'completed';
