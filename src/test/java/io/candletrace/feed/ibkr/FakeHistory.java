package io.candletrace.feed.ibkr;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Serves bars by period and end as the vendor does: at most 1,000, oldest first, in the form of its documented example. */
final class FakeHistory implements ResponseDefinitionTransformerV2 {
    static final String NAME = "history";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss");
    private static final int MOST = 1000;

    private final List<Bar> bars = new ArrayList<>();
    private volatile String availability = "S";

    /**
     * One bar.
     *
     * @param opensAt UTC
     * @param figures JSON of the five, as {@code "o": 1, "h": 2, ...}
     */
    record Bar(Instant opensAt, String figures) {
        static Bar at(String opensAt, String figures) {
            return new Bar(Instant.parse(opensAt), figures);
        }

        /** With the same figures every time. */
        static Bar at(Instant opensAt) {
            return new Bar(opensAt, "\"o\": 10.1, \"h\": 12.5, \"l\": 9.05, \"c\": 11.2, \"v\": 1234.56");
        }

        private String json() {
            return "{" + figures + ", \"t\": " + opensAt.toEpochMilli() + "}";
        }
    }

    synchronized void serve(List<Bar> served) {
        bars.clear();
        bars.addAll(served);
    }

    void delayed() {
        availability = "DPB";
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        return ResponseDefinitionBuilder.okForJson("")
                .withBody(answer(event.getRequest()))
                .build();
    }

    private synchronized String answer(Request request) {
        var days = Long.parseLong(request.queryParameter("period").firstValue().replace("d", ""));
        var start = request.queryParameter("startTime");
        var end = start.isPresent()
                ? LocalDateTime.parse(start.firstValue(), TIME).toInstant(ZoneOffset.UTC)
                : bars.getLast().opensAt();
        var from = end.minus(Duration.ofDays(days));
        var found = bars.stream()
                .filter(bar -> bar.opensAt().isAfter(from) && !bar.opensAt().isAfter(end))
                .toList();
        return body(found.subList(Math.max(0, found.size() - MOST), found.size()));
    }

    private String body(List<Bar> page) {
        return """
                {"serverId": "4155816", "symbol": "NVDA", "text": "NVIDIA CORP", "priceFactor": 100, "volumeFactor": 100,
                 "startTime": "20250513-13:30:00", "high": "21394/266616.18/1440", "low": "20426/267569.89/8640",
                 "mdAvailability": "%s", "outsideRth": false, "direction": -1, "points": %d, "data": [%s]}
                """.formatted(
                availability, page.size() - 1, page.stream().map(Bar::json).collect(Collectors.joining(",")));
    }
}
