alter table strategies
    add column pause_reason    text not null default '',
    add column scheduled_since timestamptz,
    add column schedule_error  text;

update strategies set next_execution_at = now(), scheduled_since = now()
where active and paused_at is null and schedule is not null;

create index strategies_due_idx on strategies (next_execution_at)
    where active and paused_at is null and schedule is not null;

comment on column strategies.schedule is
    'cron, Quartz syntax with seconds first, five fields are Unix cron; or a market''s sessions, as in: on the close of XNYS + 10 min; null when only run by hand';
comment on column strategies.next_execution_at is
    'every fire before it was dealt with; null when its schedule has no fire that is wanted';
comment on column strategies.paused_at is 'since when its fires are not wanted; null while they are';
comment on column strategies.scheduled_since is
    'since when its fires are wanted: when it was created, activated, resumed or its schedule changed; null while none are';
comment on column strategies.schedule_error is
    'what went wrong with the last fire that left no execution behind; null when nothing did';
