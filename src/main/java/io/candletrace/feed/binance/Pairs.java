package io.candletrace.feed.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The pairs that were asked about: each once, unless that failed. */
final class Pairs {
    private static final Logger LOG = Logger.getLogger(Pairs.class);
    private static final String TRADING = "TRADING";
    private static final int WEIGHT = 20;

    private final Line line;
    private final Map<String, Uni<Pair>> asked = new ConcurrentHashMap<>();
    private final Map<String, Pair> known = new ConcurrentHashMap<>();

    Pairs(Line line) {
        this.line = line;
    }

    /** What is known about a pair already. */
    Optional<Pair> known(PairName name) {
        return Optional.ofNullable(known.get(name.value()));
    }

    /** The pair of this name; many who ask at the same time share one request. */
    Uni<Pair> find(PairName name) {
        return Hop.back(Uni.createFrom().deferred(() -> asked.computeIfAbsent(name.value(), any -> ask(name))))
                .invoke(pair -> requireSame(name, pair));
    }

    private Uni<Pair> ask(PairName name) {
        var path = "/api/v3/exchangeInfo?symbol=" + name;
        var question = new Question<>(name, path, WEIGHT, "description", (json, saidAt) -> pair(name, json));
        return line.answer(question)
                .invoke(pair -> remember(name, pair))
                .onFailure()
                .invoke(() -> asked.remove(name.value()))
                .memoize()
                .indefinitely();
    }

    private static Optional<Pair> pair(PairName name, JsonNode json) {
        return json.path("symbols")
                .valueStream()
                .filter(described -> described.path("symbol").asText().equals(name.value()))
                .findFirst()
                .flatMap(Pair::of);
    }

    private void remember(PairName name, Pair pair) {
        known.put(name.value(), pair);
        if (!pair.status().equals(TRADING)) {
            LOG.warnf("a pair does not trade, its bars may have ended: symbol=%s status=%s", name, pair.status());
        }
    }

    private static void requireSame(PairName name, Pair pair) {
        var symbol = name.symbol().value();
        var dashed = pair.base() + "-" + pair.quote();
        if (symbol.contains("-") && !symbol.equals(dashed)) {
            throw new ServiceException(
                    FailureReason.UNKNOWN_SYMBOL, "Binance should have a pair " + symbol + ", has " + dashed);
        }
    }
}
