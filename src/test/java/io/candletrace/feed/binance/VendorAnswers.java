package io.candletrace.feed.binance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers in the shape of the vendor's documented examples. */
final class VendorAnswers {
    private VendorAnswers() {}

    /** A 200 with this body. */
    static ResponseDefinitionBuilder says(String json) {
        return aResponse()
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(json);
    }

    /** An error as the vendor spells it. */
    static ResponseDefinitionBuilder refuses(int status, int code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody("{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
    }

    /** So many klines from a time on, all with the same figures. */
    static String klines(Instant from, Duration length, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> kline(
                        from.plus(length.multipliedBy(i)), length, "67500.01000000", "67600.00000000", "12.34567000"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** A kline that opens at its low and closes at its high. */
    static String kline(Instant opensAt, Duration length, String low, String high, String volume) {
        var closeTime = opensAt.plus(length).toEpochMilli() - 1;
        return "[" + opensAt.toEpochMilli() + ",\"" + low + "\",\"" + high + "\",\"" + low + "\",\"" + high + "\",\""
                + volume + "\"," + closeTime + ",\"2434.19055334\",308,\"1756.87402397\",\"28.46694368\",\"0\"]";
    }

    /** A pair's description, shortened to what is read and a little more. */
    static String exchangeInfo(String base, String quote, String tick) {
        return """
                {"timezone":"UTC","serverTime":1565246363776,"rateLimits":[],"exchangeFilters":[],"symbols":[{
                "symbol":"%s%s","status":"TRADING","baseAsset":"%1$s","baseAssetPrecision":8,"quoteAsset":"%2$s",
                "quotePrecision":8,"quoteAssetPrecision":8,"isSpotTradingAllowed":true,"filters":[
                {"filterType":"LOT_SIZE","minQty":"0.00100000","maxQty":"100000.00000000","stepSize":"0.00100000"},
                {"filterType":"PRICE_FILTER","minPrice":"0.00000100","maxPrice":"100000.00000000","tickSize":"%s"}
                ]}]}""".formatted(base, quote, tick);
    }
}
