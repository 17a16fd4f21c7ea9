-- Rows come and go with every task, so a fifth of the table (the default) is far too late to clean up.
alter table scheduled_tasks set (
    autovacuum_vacuum_scale_factor = 0.01,
    autovacuum_vacuum_threshold = 500,
    autovacuum_analyze_scale_factor = 0.05,
    autovacuum_vacuum_cost_delay = 0
);

-- Exactly the order in which due tasks are looked for. Over all rows: whether a row is picked is a parameter of the poll, so an index
-- over the others would be of no use to its generic plan, which then sorts the whole table each time.
drop index scheduled_tasks_priority_execution_time_idx;
create index scheduled_tasks_due_idx on scheduled_tasks (priority desc, execution_time asc);

-- Dead tasks are looked for every few seconds; those that wait have no heartbeat.
drop index scheduled_tasks_last_heartbeat_idx;
create index scheduled_tasks_alive_idx on scheduled_tasks (last_heartbeat) where last_heartbeat is not null;
