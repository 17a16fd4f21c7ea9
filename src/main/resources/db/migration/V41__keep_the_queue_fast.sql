-- Rows come and go with every task, so a fifth of the table (the default) is far too late to clean up.
alter table scheduled_tasks set (
    autovacuum_vacuum_scale_factor = 0.01,
    autovacuum_vacuum_threshold = 500,
    autovacuum_analyze_scale_factor = 0.05,
    autovacuum_vacuum_cost_delay = 0
);

-- Only what nobody has taken is looked for, in exactly this order.
drop index scheduled_tasks_priority_execution_time_idx;
create index scheduled_tasks_due_idx on scheduled_tasks (priority desc, execution_time asc) where picked = false;

-- Dead tasks are looked for among the picked ones, every few seconds.
drop index scheduled_tasks_last_heartbeat_idx;
create index scheduled_tasks_alive_idx on scheduled_tasks (last_heartbeat) where picked = true;
