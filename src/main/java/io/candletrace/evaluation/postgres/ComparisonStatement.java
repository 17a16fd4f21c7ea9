package io.candletrace.evaluation.postgres;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What two said about the same, as one row: six counts of what is left out, seven figures of what it took a side, seven of the other,
 * and the pairs as six packed columns.
 */
final class ComparisonStatement {
    /**
     * {@code said} is one row a side and input: the first answer with a verdict, or without one where there is no other, and what all
     * took. Both sides of a pair were resolved over the same bars, so that their returns differ by the rounding of adjusted prices at
     * most: one of them is taken, whichever side comes first.
     */
    private static final String MET = """
            with answered as materialized (
                select %2$s as second, %3$s as input, s.id, s.as_of, s.symbol, s.timeframe, s.decided_at, s.direction, s.latency_ms,
                    case when s.horizon_bars = ?1 and not s.scored then s.confidence end as stated, s.cost_usd,
                    s.answer_status = 'completed' as usable, o.status, o.entry_at, o.forward_return
                from outcome_subjects s join llm_analyses l on l.id = s.llm_analysis_id join charts c on c.id = l.chart_id
                    left join outcomes o on o.subject_id = s.id and o.horizon = ?1 and o.superseded_at is null
                where (%1$s or %2$s) and\s""" + ComparisonFilter.CONDITION + """
                ),
            said as materialized (
                select distinct on (second, input) answered.*, count(*) filter (where not usable) over alike as invalid,
                    coalesce(sum(cost_usd) filter (where not usable) over alike, 0) as lost,
                    count(cost_usd) filter (where not usable) over alike as lost_costed
                from answered window alike as (partition by second, input)
                order by second, input, usable desc, decided_at, id),
            side as (
                select said.*, invalid + case when usable then 1 else 0 end as answers,
                    lost + case when usable then coalesce(cost_usd, 0) else 0 end as cost,
                    lost_costed + case when usable and cost_usd is not null then 1 else 0 end as costed
                from said),
            met as (
                select case when b.input is null then 'only_a' when a.input is null then 'only_b'
                        when not (a.usable and b.usable) then 'invalid'
                        when 'excluded' in (a.status, b.status) then 'excluded'
                        when a.status is null or b.status is null then 'pending'
                        when a.entry_at is distinct from b.entry_at then 'apart' else 'pair' end as state,
                    a.input is not null and b.input is not null as asked_both,
                    a.as_of, a.symbol, a.timeframe, a.input, least(a.forward_return, b.forward_return) as change,
                    a.direction as a_direction, a.stated as a_stated, a.answers as a_answers, a.invalid as a_invalid,
                    a.cost as a_cost, a.costed as a_costed, a.latency_ms as a_latency,
                    b.direction as b_direction, b.stated as b_stated, b.answers as b_answers, b.invalid as b_invalid,
                    b.cost as b_cost, b.costed as b_costed, b.latency_ms as b_latency
                from (select * from side where not second) a full join (select * from side where second) b on a.input = b.input)
            select\s""";

    private static final String EFFORT = """
            coalesce(sum(%1$s_answers) filter (where asked_both), 0), coalesce(sum(%1$s_invalid) filter (where asked_both), 0),
            sum(%1$s_cost) filter (where asked_both and %1$s_costed > 0), coalesce(sum(%1$s_costed) filter (where asked_both), 0),
            case when sum(%1$s_answers - %1$s_costed) filter (where state = 'pair') = 0
                then sum(%1$s_cost) filter (where state = 'pair') end,
            percentile_disc(0.5) within group (order by %1$s_latency) filter (where asked_both),
            percentile_disc(0.95) within group (order by %1$s_latency) filter (where asked_both)""";

    /** By what the pairs are about, not by when they were written. */
    private static final String PACKED =
            "string_agg(%s, '' order by as_of, symbol, timeframe, input) filter (where state = 'pair')";

    private ComparisonStatement() {}

    static String of(ComparisonFilter filter) {
        return MET.formatted(filter.first(), filter.second(), filter.input())
                + Stream.of(
                                Stream.of("only_a", "only_b", "invalid", "excluded", "pending", "apart")
                                        .map("count(*) filter (where state = '%s')"::formatted),
                                Stream.of("a", "b").map(EFFORT::formatted),
                                Stream.of(
                                                "int4send(cast(floor(date_part('epoch', as_of) / 86400) as integer))",
                                                "float8send(cast(change as float8))",
                                                "int2send(a_direction)",
                                                stated("a"),
                                                "int2send(b_direction)",
                                                stated("b"))
                                        .map(PACKED::formatted))
                        .flatMap(columns -> columns)
                        .collect(Collectors.joining(", ", "", " from met"));
    }

    private static String stated(String side) {
        return "float8send(coalesce(cast(" + side + "_stated as float8), 'NaN'))";
    }
}
