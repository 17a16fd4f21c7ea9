package io.candletrace.evaluation;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import java.util.List;
import java.util.Optional;

/**
 * Predictions about one series that somebody has claimed for a while.
 *
 * @param source the feed whose bars were seen
 * @param benchmark what their returns are held against, at the same feed
 * @param subjects in the order of the bars that they saw, at least one
 */
public record Batch(
        InstrumentId instrument,
        String source,
        Timeframe timeframe,
        Optional<Symbol> benchmark,
        List<Subject> subjects) {
    public Batch {
        subjects = List.copyOf(subjects);
    }

    /** The ids of the rows. */
    public List<Long> ids() {
        return subjects.stream().map(subject -> subject.prediction().id()).toList();
    }

    @Override
    public String toString() {
        return subjects.size() + " of instrumentId=" + instrument.value() + " timeframe=" + timeframe.code()
                + " source=" + source;
    }
}
