package io.candletrace.testing;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.feed.BarSource;
import io.candletrace.feed.SourceProfile;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** A source that has what it is given, and remembers what it was asked for. */
public final class FakeSource implements BarSource {
    private static final int THIRD = 3;

    private final SourceProfile profile;
    private final List<BarRange> asked = new CopyOnWriteArrayList<>();
    private volatile List<Bar> bars = List.of();
    private volatile List<Bar> later = List.of();
    private volatile Optional<FailureReason> failure = Optional.empty();
    private volatile Duration delay = Duration.ZERO;

    private FakeSource(SourceProfile profile) {
        this.profile = profile;
    }

    /** A live source of unadjusted bars. */
    public static FakeSource live(String name) {
        return new FakeSource(new SourceProfile(name, Adjustment.RAW, true, true));
    }

    /** A source whose history ends, of unadjusted bars. */
    public static FakeSource ended(String name) {
        return new FakeSource(new SourceProfile(name, Adjustment.RAW, false, true));
    }

    /** A live source whose bars arrive adjusted for splits. */
    public static FakeSource splitAdjusted(String name) {
        return new FakeSource(new SourceProfile(name, Adjustment.SPLIT, true, false));
    }

    /** It has these bars now. */
    public FakeSource with(List<Bar> given) {
        bars = List.copyOf(given);
        failure = Optional.empty();
        return this;
    }

    /** It fails now. */
    public FakeSource failing(FailureReason reason) {
        failure = Optional.of(reason);
        return this;
    }

    /** It has these bars when it is asked for the third time. */
    public FakeSource fromTheThirdRequestOn(List<Bar> given) {
        later = List.copyOf(given);
        return this;
    }

    /** It takes its time. */
    public FakeSource slow(Duration time) {
        delay = time;
        return this;
    }

    /** The ranges it was asked for, in order. */
    public List<BarRange> asked() {
        return new ArrayList<>(asked);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public Instrument instrument(Symbol symbol) {
        return new Instrument(
                symbol, "XTST", OptionalLong.empty(), "USD", TradingCalendars.XNYS, new BigDecimal("0.01"));
    }

    @Override
    public Optional<Timeframe> base(Timeframe wanted) {
        return Optional.of(wanted.intraday() ? Timeframe.THIRTY_MINUTES : Timeframe.DAILY);
    }

    @Override
    public Uni<Instrument> resolve(Instrument instrument) {
        return Uni.createFrom().item(instrument);
    }

    @Override
    public Uni<BarBatch> fetch(BarRange range) {
        asked.add(range);
        if (asked.size() == THIRD && !later.isEmpty()) {
            bars = later;
        }
        var answer = Uni.createFrom().item(() -> answer(range));
        return delay.isZero() ? answer : Hop.back(answer.onItem().delayIt().by(delay));
    }

    @Override
    public Uni<Optional<Instant>> latestClose(Instrument instrument) {
        return Uni.createFrom().item(bars.stream().map(Bar::closesAt).reduce((first, last) -> last));
    }

    private BarBatch answer(BarRange range) {
        failure.ifPresent(reason -> {
            throw new ServiceException(reason, profile.name() + " fails as it was told to");
        });
        return BarBatch.of(bars.stream().filter(range::contains).toList());
    }
}
