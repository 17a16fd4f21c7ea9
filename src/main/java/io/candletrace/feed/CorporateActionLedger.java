package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Splits and dividends by what people call the instruments. */
@ApplicationScoped
public class CorporateActionLedger {
    private static final LocalDate FAR_AWAY = LocalDate.of(9999, 12, 31);

    private final BarSources sources;
    private final Instruments instruments;
    private final CorporateActions actions;
    private final Clock clock;

    CorporateActionLedger(BarSources sources, Instruments instruments, CorporateActions actions, Clock clock) {
        this.sources = sources;
        this.instruments = instruments;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * Records entries, all or none, in their order. Each is of who owns the ticker at its feed today. Fails with {@code
     * IMPOSSIBLE_REQUEST} when a feed does not exist.
     */
    public Uni<Void> record(List<Entry> entries) {
        var byFeed = entries.stream().collect(Collectors.groupingBy(this::feed));
        return Multi.createFrom()
                .iterable(byFeed.entrySet())
                .onItem()
                .transformToUniAndConcatenate(group -> rows(group.getKey(), group.getValue()))
                .collect()
                .asList()
                .map(lists -> lists.stream().flatMap(List::stream).toList())
                .chain(actions::add);
    }

    /** What is known of a symbol at a feed, by date. Fails as {@link #record} does. */
    public Uni<List<CorporateAction>> find(Optional<String> feed, Symbol symbol) {
        var source = sources.order(feed.stream().toList()).getFirst();
        return owners(source.profile().name(), List.of(symbol))
                .chain(rows -> actions.find(present(rows, symbol), FAR_AWAY));
    }

    private String feed(Entry entry) {
        return sources.order(entry.feed().stream().toList())
                .getFirst()
                .profile()
                .name();
    }

    private Uni<List<Recorded<InstrumentId, CorporateAction>>> rows(String feed, List<Entry> entries) {
        var symbols = entries.stream().map(Entry::symbol).distinct().toList();
        return owners(feed, symbols)
                .map(rows -> entries.stream()
                        .map(entry -> new Recorded<>(present(rows, entry.symbol()), entry.action()))
                        .toList());
    }

    private Uni<Map<Symbol, InstrumentId>> owners(String feed, List<Symbol> symbols) {
        var source = sources.named(feed);
        List<Instrument> assumed = symbols.stream().map(source::instrument).toList();
        return instruments
                .findOrAdd(feed, assumed, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.value().symbol(), Recorded::id, (first, same) -> first)));
    }

    private static InstrumentId present(Map<Symbol, InstrumentId> rows, Symbol symbol) {
        var id = rows.get(symbol);
        if (id == null) {
            throw new IllegalStateException("a row was made for " + symbol);
        }
        return id;
    }

    /**
     * One action of one symbol.
     *
     * @param feed whose symbol it is; absent for the configured feed
     */
    public record Entry(Optional<String> feed, Symbol symbol, CorporateAction action) {}
}
