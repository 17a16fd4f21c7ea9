package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;

/** What one row came to, seen alone. */
public sealed interface Judgement {
    /** It is this bar. */
    record Admitted(Bar bar) implements Judgement {}

    /** It is none, and this is why. */
    record Rejected(Finding finding) implements Judgement {}
}
