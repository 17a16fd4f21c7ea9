package io.candletrace.feed.postgres;

/** The statements about market bars that are longer than a few lines. */
final class Statements {
    /** A condition on the four columns that say whose bars they are. */
    static final String KEY =
            "instrument_id = :instrument and source = :source and adjustment = :adjustment and timeframe = :timeframe";

    /**
     * Keeps bars, given as JSON, in one statement, and answers how many were added, revised and found to have vanished. Every
     * part sees the table as it was before. Bars vanish only from what is complete.
     */
    static final String KEEP = """
            with given as (
                select * from jsonb_to_recordset(cast(cast(:bars as text) as jsonb)) as bar(
                    session_date date, opens_at timestamptz, closes_at timestamptz,
                    open numeric, high numeric, low numeric, close numeric, volume numeric)
            ), before as (
                select * from market_bars where %1$s
                and opens_at between (select min(opens_at) from given) and (select max(opens_at) from given)
            ), revised as (
                insert into bar_revisions (instrument_id, source, adjustment, timeframe, session_date, opens_at,
                    old_open, old_high, old_low, old_close, old_volume, old_fetched_at,
                    new_open, new_high, new_low, new_close, new_volume)
                select before.instrument_id, before.source, before.adjustment, before.timeframe, before.session_date,
                    before.opens_at, before.open, before.high, before.low, before.close, before.volume, before.fetched_at,
                    given.open, given.high, given.low, given.close, given.volume
                from before join given using (opens_at)
                where (before.open, before.high, before.low, before.close, before.volume)
                      is distinct from (given.open, given.high, given.low, given.close, given.volume)
                returning 1
            ), vanished as (
                insert into bar_revisions (instrument_id, source, adjustment, timeframe, session_date, opens_at,
                    old_open, old_high, old_low, old_close, old_volume, old_fetched_at)
                select before.instrument_id, before.source, before.adjustment, before.timeframe, before.session_date,
                    before.opens_at, before.open, before.high, before.low, before.close, before.volume, before.fetched_at
                from before
                where :complete and not exists (select 1 from given where given.opens_at = before.opens_at)
                and not exists (select 1 from bar_revisions known
                    where known.instrument_id = before.instrument_id and known.source = before.source
                    and known.adjustment = before.adjustment and known.timeframe = before.timeframe
                    and known.opens_at = before.opens_at and known.new_close is null
                    and known.noticed_at > before.fetched_at)
                returning 1
            ), written as (
                insert into market_bars as bar (instrument_id, source, adjustment, timeframe,
                    session_date, opens_at, closes_at, open, high, low, close, volume)
                select :instrument, :source, :adjustment, :timeframe,
                    session_date, opens_at, closes_at, open, high, low, close, volume from given
                on conflict (instrument_id, source, adjustment, timeframe, opens_at) do update
                   set open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                       volume = excluded.volume, closes_at = excluded.closes_at, fetched_at = now()
                 where (bar.open, bar.high, bar.low, bar.close, bar.volume)
                       is distinct from (excluded.open, excluded.high, excluded.low, excluded.close, excluded.volume)
                returning xmax = 0 as added
            )
            select (select count(*) from written where added), (select count(*) from revised),
                   (select count(*) from vanished)""".formatted(KEY);

    private Statements() {}
}
