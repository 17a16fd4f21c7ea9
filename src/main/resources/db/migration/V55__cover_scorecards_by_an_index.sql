-- A scorecard reads one horizon of everything: all that it needs of an outcome is in the index.
drop index outcomes_current_key;
create unique index outcomes_current_key on outcomes (horizon, subject_id)
    include (status, exit_at, forward_return, excess_return) where superseded_at is null;
