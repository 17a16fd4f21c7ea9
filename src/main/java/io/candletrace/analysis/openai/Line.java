package io.candletrace.analysis.openai;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.CallGate;
import io.candletrace.analysis.CallLog;
import io.candletrace.analysis.Prices;
import io.candletrace.http.HttpEndpoint;
import java.time.Clock;

/**
 * What every conversation with one model uses.
 *
 * @param settings of the model
 * @param limits of everybody
 * @param requests writes what is sent
 * @param client sends it
 * @param retries how many are still allowed
 * @param ledger what calls leave behind
 */
record Line(
        AnalysisConfig.Model settings,
        AnalysisConfig.Limits limits,
        ChatRequests requests,
        HttpEndpoint client,
        RetryAllowance retries,
        Ledger ledger) {
    Line(AnalysisConfig config, AnalysisConfig.Model settings, HttpEndpoint client, Ledger ledger) {
        this(
                settings,
                config.limits(),
                new ChatRequests(settings),
                client,
                new RetryAllowance(settings.retryShare()),
                ledger);
    }

    /**
     * What calls are allowed by, priced with and kept in.
     *
     * @param gate lets them through
     * @param prices tells what they cost
     * @param log keeps them
     * @param clock what time it is
     */
    record Ledger(CallGate gate, Prices prices, CallLog log, Clock clock) {}
}
