package io.candletrace.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.failure.FailureReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST, 400, /problems/invalid-request, Invalid request",
        "NOT_FOUND, 404, /problems/not-found, Not found",
        "CONFLICT, 409, /problems/conflict, Conflict",
        "IMPOSSIBLE_REQUEST, 422, /problems/impossible-request, Impossible request",
        "STORE_UNAVAILABLE, 503, /problems/store-unavailable, Store unavailable",
        "DATABASE_UNAVAILABLE, 503, /problems/database-unavailable, Database unavailable",
        "INTERNAL, 500, /problems/internal, Internal"
    })
    void names_aReason(FailureReason reason, int status, String type, String title) {
        var problem = Problem.of(reason, "detail", "/api/charts");

        assertThat(problem).isEqualTo(new Problem(type, title, status, "detail", "/api/charts", Optional.empty()));
    }

    @Test
    void answersRetryableReasons_withStatus503() {
        assertThat(FailureReason.values())
                .filteredOn(FailureReason::retryHelps)
                .allSatisfy(reason -> assertThat(Problem.status(reason)).isEqualTo(503));
    }

    @Test
    void tells_whichExecutionItIsAbout() {
        var problem = Problem.of(FailureReason.NOT_FOUND, "detail", "/api/executions/12/steps");

        assertThat(problem.executionId()).hasValue(12L);
    }
}
