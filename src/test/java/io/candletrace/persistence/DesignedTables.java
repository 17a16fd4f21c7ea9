package io.candletrace.persistence;

import static java.util.Map.entry;

import java.util.Map;

/** The tables of DESIGN section 3 that exist so far, and the columns it names. */
final class DesignedTables {
    static final Map<String, String> COLUMNS = Map.ofEntries(
            entry(
                    "instruments",
                    "id symbol exchange conid sec_type currency name calendar time_zone tick_size valid_from valid_to feed"
                            + " learned_at"),
            entry("corporate_actions", "id instrument_id ex_date kind ratio amount source known_at"),
            entry(
                    "market_bars",
                    "instrument_id timeframe source adjustment session_date opens_at closes_at open high low close volume"
                            + " fetched_at"),
            entry(
                    "bar_revisions",
                    "id instrument_id timeframe source adjustment session_date opens_at old_open old_high old_low old_close"
                            + " old_volume old_fetched_at new_open new_high new_low new_close new_volume noticed_at"),
            entry("bar_coverage", "instrument_id timeframe source adjustment covered"),
            entry(
                    "strategies",
                    "id name description active current_version_id schedule time_zone catch_up next_execution_at paused_at"
                            + " pause_reason scheduled_since schedule_error"),
            entry("switches", "id name engaged reason changed_by changed_at"),
            entry(
                    "backfills",
                    "id strategy_id strategy_version_id status from_at to_at step pace time_zone max_cost_usd concurrency total"
                            + " accepted next_as_of reason requested_by created_at ended_at"),
            entry(
                    "strategy_versions",
                    "id strategy_id version symbols timeframes indicators displayed_bars prompts models feeds adjustment"
                            + " accept_unadjusted_splits price_scale benchmark horizon_bars signal_policy risk_params"
                            + " created_by change_note"),
            entry("prompts", "id name language active_template_id"),
            entry("prompt_templates", "id name version language system_text body sha256 created_by change_note"),
            entry("prompt_activations", "id prompt_id template_id activated_by activated_at"),
            entry(
                    "workflow_executions",
                    "id strategy_id strategy_version_id status run_type as_of scheduled_for idempotency_key requested_by"
                            + " started_at completed_at result error cancel_requested_at cancelled_by cancel_reason"),
            entry(
                    "workflow_tasks",
                    "id execution_id instrument_id symbol status attempts last_error failures losses retries owner"),
            entry("idempotency_keys", "scope key request_sha256 status headers body created_at"),
            entry(
                    "scheduled_tasks",
                    "task_name task_instance task_data execution_time picked picked_by last_success last_failure"
                            + " consecutive_failures last_heartbeat version priority"),
            entry(
                    "workflow_steps",
                    "id execution_id task_id symbol timeframe model_name step_name attempt status started_at duration_ms"
                            + " input_sha256 output_sha256 chart_id llm_analysis_id signal_id detail error"),
            entry(
                    "bar_snapshots",
                    "id sha256 instrument_id symbol timeframe source adjustment bar_count first_bar_at last_bar_at"
                            + " object_key findings"),
            entry(
                    "charts",
                    "id execution_id instrument_id symbol conid timeframe chart_type chart_url_jpeg chart_url_html"
                            + " minio_bucket minio_object_key indicators_applied data_points start_date end_date"
                            + " price_current price_change_pct volume_avg generated_at status bar_snapshot_id"
                            + " html_object_key jpeg_sha256 html_sha256 pixels_sha256 width_px height_px render_spec"
                            + " render_spec_sha256 source as_of renderer findings"),
            entry(
                    "model_prices",
                    "id model_config service_tier effective_from input_uncached input_cached cache_write output_visible"
                            + " output_reasoning source created_by change_note created_at"),
            entry(
                    "llm_calls",
                    "id task_id attempt chart_id model_config prompt_template_id sample_no purpose call_no request"
                            + " request_sha256 http_status response_body usage finish_reason response_id response_model"
                            + " error sent_at first_token_at ended_at"),
            entry(
                    "llm_analyses",
                    "id execution_id chart_id strategy_id symbol prompt_text response_text model_name timeframe"
                            + " indicators_metadata confidence_score trend_direction support_levels resistance_levels"
                            + " key_patterns tokens_used latency_ms analyzed_at status error_message kind source"
                            + " indicator_convention model_config model_config_sha256 provider response_model"
                            + " prompt_template_id prompt_sha256 verdict recommendation levels horizon_bars claims"
                            + " input_uncached input_cached cache_write output_visible output_reasoning cost_usd as_of"
                            + " decided_at last_bar_closed_at sample_no"),
            entry(
                    "trading_signals",
                    "id execution_id chart_id llm_analysis_id strategy_id strategy_version_id instrument_id symbol"
                            + " signal_type trend confidence reasoning timeframe_primary timeframe_confirmation"
                            + " entry_price_low entry_price_high stop_loss target_conservative target_aggressive"
                            + " r_multiple_conservative r_multiple_aggressive horizon_bars strategy_metadata source as_of"
                            + " decided_at last_bar_closed_at generated_at expires_at status"),
            entry("signal_analyses", "signal_id llm_analysis_id role"));

    private DesignedTables() {}
}
