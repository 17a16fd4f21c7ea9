-- A feed learns the venue only when it has looked the symbol up, so the venue cannot be what a row is found by.
alter table instruments add column feed text;
update instruments set feed = lower(exchange);
alter table instruments alter column feed set not null;

alter table instruments drop constraint instruments_symbol_exchange_valid_from_key;
alter table instruments alter column valid_from drop not null, alter column valid_from drop default;
alter table instruments alter column valid_to drop not null, alter column valid_to drop default;
update instruments set valid_from = null where valid_from = '-infinity';
update instruments set valid_to = null where valid_to = 'infinity';
alter table instruments
    add constraint instruments_feed_symbol_valid_from_key unique nulls not distinct (feed, symbol, valid_from);

alter table instruments add column learned_at timestamptz;

comment on column instruments.currency is 'ISO 4217, or the quote asset of a crypto pair';
comment on column instruments.feed is 'whose name for it the symbol is';
comment on column instruments.symbol is 'as strategies write it';
comment on column instruments.exchange is 'venue; the feed''s own name until the feed has said more';
comment on column instruments.valid_from is 'first session under this owner of the ticker; null when there was none before';
comment on column instruments.valid_to is 'last session under this owner of the ticker; null when it still is the owner';
comment on column instruments.learned_at is 'when the feed itself said what the symbol is; null while it is assumed';
