package io.candletrace.testing;

import io.candletrace.analysis.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Rows of {@code llm_calls} and {@code llm_analyses} of a model, on charts that an execution of {@code rules-v1} left. */
@ApplicationScoped
public class CallRows {
    private static final String CALL = """
            insert into llm_calls (task_id, chart_id, prompt_template_id, request, request_sha256, attempt, model_config,
                sample_no, purpose, call_no, error, sent_at, ended_at, cost_usd, input_uncached, input_cached, cache_write,
                output_visible, output_reasoning)
            select task.id, chart.id, told.prompt_template_id, '{}', repeat('0', 64), 1, ?, ?, ?, ?, nullif(?, ''),
                cast(? as timestamptz), cast(? as timestamptz) + interval '1 s', cast(nullif(?, '') as numeric), ?, ?, ?, ?, ?
            from workflow_tasks task
            join charts chart on chart.execution_id = task.execution_id and chart.symbol = task.symbol
            join llm_analyses told on told.chart_id = chart.id and told.model_config = 'rules-v1'
            where task.execution_id = ? and task.symbol = ? and chart.timeframe = ?
            """;

    private static final String ANALYSIS = """
            insert into llm_analyses (execution_id, chart_id, strategy_id, symbol, timeframe, source, prompt_template_id,
                prompt_text, prompt_sha256, response_text, model_config_sha256, provider, indicators_metadata,
                indicator_convention, horizon_bars, as_of, last_bar_closed_at, model_name, model_config, sample_no, status,
                verdict, confidence_score, kind, replay_of_id, analyzed_at, decided_at, latency_ms, cost_usd, input_uncached, input_cached,
                cache_write, output_visible, output_reasoning, tokens_used)
            select execution_id, chart_id, strategy_id, symbol, timeframe, source, prompt_template_id, prompt_text,
                prompt_sha256, '', model_config_sha256, 'test', indicators_metadata, indicator_convention, horizon_bars,
                as_of, last_bar_closed_at, said.model, said.model, said.sample_no, said.status,
                case said.status when 'completed' then told.verdict end, said.confidence, said.kind,
                case said.kind when 'replay' then told.id end, said.at, said.at,
                said.latency, said.cost, said.a, said.b, said.c, said.d, said.e, said.a + said.b + said.c + said.d + said.e
            from llm_analyses told,
                (select cast(? as text) as model, cast(? as integer) as sample_no, cast(? as text) as status,
                        cast(nullif(?, '') as numeric) as confidence, cast(? as text) as kind, cast(? as timestamptz) as at,
                        cast(? as bigint) as latency, cast(nullif(?, '') as numeric) as cost, cast(? as bigint) as a,
                        cast(? as bigint) as b, cast(? as bigint) as c, cast(? as bigint) as d, cast(? as bigint) as e) said
            where told.execution_id = ? and told.symbol = ? and told.timeframe = ? and told.model_config = 'rules-v1'
            """;

    private static final String NONE = "";

    private final Database database;

    CallRows(Database database) {
        this.database = database;
    }

    /** Adds a call. */
    public void add(Place place, Call call) {
        var usage = call.usage();
        changeOne(
                CALL,
                call.model(),
                call.sampleNo(),
                call.purpose(),
                call.callNo(),
                call.error().orElse(NONE),
                call.sentAt(),
                call.sentAt(),
                call.usd().orElse(NONE),
                usage.inputUncached(),
                usage.inputCached(),
                usage.cacheWrite(),
                usage.outputVisible(),
                usage.outputReasoning(),
                place.execution(),
                place.symbol(),
                place.timeframe());
    }

    /** Adds an analysis. */
    public void add(Place place, Outcome outcome) {
        var usage = outcome.usage();
        changeOne(
                ANALYSIS,
                outcome.model(),
                outcome.sampleNo(),
                outcome.status(),
                outcome.confidence().orElse(NONE),
                outcome.kind(),
                outcome.at(),
                outcome.latencyMs(),
                outcome.usd().orElse(NONE),
                usage.inputUncached(),
                usage.inputCached(),
                usage.cacheWrite(),
                usage.outputVisible(),
                usage.outputReasoning(),
                place.execution(),
                place.symbol(),
                place.timeframe());
    }

    private void changeOne(String sql, Object... values) {
        int changed = database.change(sql, values);
        if (changed != 1) {
            throw new IllegalStateException("expected to add one row, added " + changed);
        }
    }

    /** Whose chart it is about. */
    public record Place(long execution, String symbol, String timeframe) {}

    /**
     * A call.
     *
     * @param usd absent when unknown
     * @param error absent when it was answered
     * @param sentAt ISO 8601
     */
    public record Call(
            String model,
            int sampleNo,
            String purpose,
            int callNo,
            Usage usage,
            Optional<String> usd,
            Optional<String> error,
            String sentAt) {
        /** A question's first call, answered. */
        public static Call asked(String model, String sentAt, Usage usage, String usd) {
            return new Call(model, 1, "analyse", 1, usage, Optional.of(usd), Optional.empty(), sentAt);
        }

        /** The same as its repair. */
        public Call repair() {
            return new Call(model, sampleNo, "repair", callNo + 1, usage, usd, error, sentAt);
        }

        /** The same, of which nobody knows what it cost. */
        public Call unknown() {
            return new Call(model, sampleNo, purpose, callNo, usage, Optional.empty(), error, sentAt);
        }

        /** The same, which got no answer. */
        public Call failed() {
            return new Call(model, sampleNo, purpose, callNo, usage, usd, Optional.of("timed out"), sentAt);
        }

        /** The same, for another sample. */
        public Call sample(int number) {
            return new Call(model, number, purpose, callNo, usage, usd, error, sentAt);
        }
    }

    /**
     * What became of a question.
     *
     * @param status as the column has it
     * @param at ISO 8601
     */
    public record Outcome(
            String model,
            int sampleNo,
            String status,
            Optional<String> confidence,
            String kind,
            String at,
            long latencyMs,
            Optional<String> usd,
            Usage usage) {
        /** Of the first sample on a chart, which took nothing that is known. */
        public static Outcome of(String model, String status, String at) {
            return new Outcome(model, 1, status, Optional.empty(), "chart", at, 0, Optional.empty(), Usage.NONE);
        }

        /** The same, which took this. */
        public Outcome took(long millis, String dollars, Usage tokens) {
            return new Outcome(model, sampleNo, status, confidence, kind, at, millis, Optional.of(dollars), tokens);
        }

        /** The same, with this confidence. */
        public Outcome sure(String probability) {
            return new Outcome(model, sampleNo, status, Optional.of(probability), kind, at, latencyMs, usd, usage);
        }

        /** The same, for another sample. */
        public Outcome sample(int number) {
            return new Outcome(model, number, status, confidence, kind, at, latencyMs, usd, usage);
        }

        /** The same, of a replay. */
        public Outcome replayed() {
            return new Outcome(model, sampleNo, status, confidence, "replay", at, latencyMs, usd, usage);
        }
    }
}
