create table corporate_actions (
    id            bigint generated always as identity primary key,
    instrument_id bigint      not null references instruments,
    ex_date       date        not null,
    kind          text        not null check (kind in ('split', 'dividend')),
    ratio         numeric(18, 8) check (ratio > 0),
    amount        numeric(18, 8) check (amount >= 0),
    source        text        not null,
    known_at      timestamptz not null default clock_timestamp(),
    check ((kind = 'split') = (ratio is not null) and (kind = 'dividend') = (amount is not null))
);

create index corporate_actions_instrument_id_idx on corporate_actions (instrument_id, ex_date, kind, known_at desc, id desc);

comment on table corporate_actions is 'Splits and dividends, insert-only: of several for a date and kind the one known last holds.';
comment on column corporate_actions.ex_date is 'first session that trades without it';
comment on column corporate_actions.ratio is 'new shares for an old one: 4 for a 4:1 split, 0.125 for a 1:8 reverse split; 1 withdraws an earlier row';
comment on column corporate_actions.amount is 'cash for a share, in the instrument''s currency; 0 withdraws an earlier row';
comment on column corporate_actions.source is 'who says so';
comment on column corporate_actions.known_at is 'when it was recorded here';
