package io.candletrace.evaluation.scorecard;

import io.candletrace.lineage.StudyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which predictions are scored, and what is told apart.
 *
 * @param subject what is scored
 * @param horizon bars after which
 * @param groupBy what is told apart; empty for one scorecard of all
 * @param filter which of them
 */
public record ScorecardQuery(Subject subject, int horizon, List<Dimension> groupBy, Filter filter) {
    public ScorecardQuery {
        groupBy = List.copyOf(groupBy);
        if (horizon < 1) {
            throw new IllegalArgumentException("a horizon is at least one bar, was " + horizon);
        }
    }

    /** The same after as many bars. */
    public ScorecardQuery at(int bars) {
        return new ScorecardQuery(subject, bars, groupBy, filter);
    }

    /** What is scored. */
    public enum Subject {
        ANALYSES("analysis"),
        SIGNALS("signal");

        private final String kind;

        Subject(String kind) {
            this.kind = kind;
        }

        /** As the column {@code outcome_subjects.kind} has it. */
        public String kind() {
            return kind;
        }
    }

    /** What does not count unless somebody asks for it. */
    public enum Extra {
        /** Other answers about the same. */
        REPEATED,
        REPLAYS,
        /** Signals that were taken back. */
        VOIDED,
        /** Bars that were made up. */
        SYNTHETIC
    }

    /**
     * Which predictions; what is absent does not matter.
     *
     * @param from earliest {@code as_of}, inclusive
     * @param to latest {@code as_of}, exclusive
     * @param study the one they were made for; neither whether others are about the same nor whether bars were made up matters then
     * @param strategy its name
     * @param extras what counts as well
     */
    public record Filter(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<StudyId> study,
            Optional<String> strategy,
            Optional<String> symbol,
            Optional<String> timeframe,
            Optional<String> modelConfig,
            Set<Extra> extras) {
        /** Everything that counts. */
        public static final Filter ALL = new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());

        public Filter {
            extras = Set.copyOf(extras);
        }

        /** All that were made for a study. */
        public static Filter of(StudyId study) {
            return new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(study),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of());
        }
    }
}
