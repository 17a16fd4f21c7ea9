package io.candletrace.feed.binance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vendor on a free loopback port, answering as it is told, and the source that asks it. */
final class StubbedBinance implements AutoCloseable {
    static final String KLINES = "/api/v3/klines";
    static final String EXCHANGE_INFO = "/api/v3/exchangeInfo";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private final Vertx vertx;
    private final Map<String, String> settings = new HashMap<>();
    private final List<BinanceBarSource> made = new ArrayList<>();
    private Clock clock = Clock.fixed(Instant.parse("2024-06-01T00:00:30Z"), ZoneOffset.UTC);

    StubbedBinance(Vertx vertx) {
        this.vertx = vertx;
        server.start();
        settings.put("base-url", server.baseUrl());
    }

    StubbedBinance with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** The clock stands at this time. */
    StubbedBinance at(String time) {
        clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        return this;
    }

    /** The clock runs on from this time. */
    StubbedBinance from(String time) {
        clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(time)));
        return this;
    }

    /** Whatever is asked for at this path is answered like this, in this order; the last answer stays. */
    StubbedBinance answers(String path, ResponseDefinitionBuilder... answers) {
        for (var i = 0; i < answers.length; i++) {
            var last = i == answers.length - 1;
            server.stubFor(get(urlPathEqualTo(path))
                    .inScenario(path)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willSetStateTo(last ? (i == 0 ? Scenario.STARTED : "after " + i) : "after " + (i + 1))
                    .willReturn(answers[i]));
        }
        return this;
    }

    /** Klines of a symbol that are asked for from this time on. */
    StubbedBinance klines(String symbol, Instant from, String body) {
        server.stubFor(klines(symbol)
                .withQueryParam("startTime", equalTo(String.valueOf(from.toEpochMilli())))
                .willReturn(aResponse().withBody(body)));
        return this;
    }

    /** Every request for klines of this symbol. */
    static MappingBuilder klines(String symbol) {
        return get(urlPathEqualTo(KLINES)).withQueryParam("symbol", equalTo(symbol));
    }

    WireMockServer server() {
        return server;
    }

    /** The queries sent so far, oldest first. */
    List<String> asked() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> LoggedRequest.createFrom(event.getRequest()).getUrl())
                .toList();
    }

    synchronized BinanceBarSource source() {
        if (made.isEmpty()) {
            made.add(new BinanceBarSource(config(settings), vertx, clock));
        }
        return made.getLast();
    }

    Instrument resolve(String symbol) {
        return source().resolve(source().instrument(new Symbol(symbol))).await().atMost(PATIENCE);
    }

    BarBatch fetch(BarRange range) {
        return source().fetch(range).await().atMost(PATIENCE);
    }

    static BinanceConfig config(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((key, value) -> properties.put("candletrace.feed.binance." + key, value));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(BinanceConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build()
                .getConfigMapping(BinanceConfig.class);
    }

    @Override
    public void close() {
        made.forEach(BinanceBarSource::close);
        server.stop();
    }
}
