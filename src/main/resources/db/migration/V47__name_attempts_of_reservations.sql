alter table budget_reservations add column attempt integer not null default 1 check (attempt > 0);

comment on column budget_reservations.attempt is
    'of the task; what is still open of an earlier attempt counts in full as soon as a later one asks for a turn';
