package io.candletrace.analysis.openai;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.Budget;
import io.candletrace.analysis.CallLog;
import io.candletrace.http.HttpEndpoint;

/**
 * What every conversation with one model uses.
 *
 * @param settings of the model
 * @param requests writes what is sent
 * @param client sends it
 * @param log keeps every call
 * @param budget counts the tokens
 */
record Line(AnalysisConfig.Model settings, ChatRequests requests, HttpEndpoint client, CallLog log, Budget budget) {
    private static final int CHARS_PER_TOKEN = 4;
    private static final int PICTURE_TOKENS = 1_500;
    private static final int ANSWER_TOKENS = 4_096;

    /**
     * Tokens to count for a call that may have been paid for and did not say what it used: the request's text, a picture in high
     * detail, and the longest answer allowed. Rather too many, so that an endpoint which never tells cannot spend without end.
     */
    long estimate(String evidence) {
        return evidence.length() / CHARS_PER_TOKEN
                + (settings.vision() ? PICTURE_TOKENS : 0)
                + settings.maxOutputTokens().orElse(ANSWER_TOKENS);
    }
}
