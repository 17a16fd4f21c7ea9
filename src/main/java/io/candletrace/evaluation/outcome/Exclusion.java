package io.candletrace.evaluation.outcome;

import java.util.Locale;

/** Why something is not judged although its bars exist. */
public enum Exclusion {
    /** The prices at its ends are in different terms, by a split that nobody has recorded. */
    UNADJUSTED_SPLIT,
    /** The bars begin after the decision, so the first of them need not be the one that could be entered. */
    DECISION_BAR_MISSING;

    /** As tables and answers spell it: {@code unadjusted_split}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
