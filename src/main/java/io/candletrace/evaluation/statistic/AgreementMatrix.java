package io.candletrace.evaluation.statistic;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How often each two of several answered the same questions alike. */
public final class AgreementMatrix {
    private final int[][] answers;

    private AgreementMatrix(int[][] answers) {
        this.answers = answers;
    }

    /**
     * Holds them against each other.
     *
     * @param answers one array for each who answered, all of the same questions in the same order; equal numbers are equal
     *     answers, and a negative one is none
     */
    public static AgreementMatrix of(int[]... answers) {
        for (var one : answers) {
            Columns.requireSameLength("answers", one.length, "answers of the first", answers[0].length);
        }
        return new AgreementMatrix(Arrays.stream(answers).map(int[]::clone).toArray(int[][]::new));
    }

    /** How many answered: the rows, and the columns. */
    public int size() {
        return answers.length;
    }

    /** How many questions both answered; {@link Proportion#hits()} of them alike. The order of the two makes no difference. */
    public Proportion between(int one, int other) {
        var both = 0;
        var alike = 0;
        for (var i = 0; i < answers[one].length; i++) {
            if (answers[one][i] >= 0 && answers[other][i] >= 0) {
                both++;
                alike += answers[one][i] == answers[other][i] ? 1 : 0;
            }
        }
        return new Proportion(alike, both);
    }

    /** The share of questions that the two answered alike, 0 to 1; empty when there is none that both answered. */
    public OptionalDouble share(int one, int other) {
        return between(one, other).rate();
    }
}
