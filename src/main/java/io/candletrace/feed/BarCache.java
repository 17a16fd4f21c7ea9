package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.Timeframe;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Bars that were fetched before. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface BarCache {

    /** Which parts of a time nobody has asked about, in order; empty when all of it is known. */
    Uni<List<Span>> missing(Key key, Span wanted);

    /** The bars that open in a time, oldest first; may be empty. */
    Uni<List<Bar>> bars(Key key, Span wanted);

    /**
     * Keeps bars. One that differs from what is there is kept in its place and what was there as a revision; one that is there
     * and within the bars' time but not among them stays, and a revision says so.
     *
     * @param covered the time that was asked about
     */
    Uni<Change> keep(Key key, List<Bar> bars, Span covered);

    /**
     * Keeps bars of which nothing else is known: as {@link #keep} does, but what is there and not among them is not missed, and
     * no time counts as asked about.
     */
    Uni<Change> add(Key key, List<Bar> bars);

    /** Forgets which times were asked about, so that all of it is asked for again when it is needed. Bars and revisions stay. */
    Uni<Void> forget(Key key);

    /**
     * Whose bars.
     *
     * @param source the feed that answers
     * @param adjustment what its prices are corrected for as they arrive
     */
    record Key(InstrumentId instrument, String source, Adjustment adjustment, Timeframe timeframe) {}

    /**
     * A time, by when bars open.
     *
     * @param from inclusive, UTC
     * @param to exclusive, UTC, after {@code from}
     */
    record Span(Instant from, Instant to) {
        public Span {
            if (!to.isAfter(from)) {
                throw new IllegalArgumentException("a span ends after it begins, was " + from + " to " + to);
            }
        }
    }

    /**
     * What keeping did.
     *
     * @param added bars that were not there
     * @param revised bars that were there and differed
     * @param vanished bars that were there and are gone at the source
     */
    record Change(int added, int revised, int vanished) {
        /** Nothing. */
        public static final Change NONE = new Change(0, 0, 0);

        /** Both. */
        public Change plus(Change other) {
            return new Change(added + other.added, revised + other.revised, vanished + other.vanished);
        }
    }
}
