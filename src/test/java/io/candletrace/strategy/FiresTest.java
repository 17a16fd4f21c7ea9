package io.candletrace.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiresTest {
    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    @ParameterizedTest
    @MethodSource
    void fires_whenTheClocksChange(String schedule, String zone, String after, List<String> expected) {
        var fires = Schedule.parse(schedule).fires(ZoneId.of(zone));

        assertThat(following(fires, Instant.parse(after), expected.size()))
                .containsExactlyElementsOf(expected.stream().map(Instant::parse).toList());
    }

    /** New York 2025-03-09 02:00 -> 03:00 and 2025-11-02 02:00 -> 01:00; London 03-30 and 10-26; Sydney 10-05 and 04-06; Lord Howe by 30 minutes. */
    static Stream<Arguments> fires_whenTheClocksChange() {
        return Stream.of(
                argumentSet(
                        "a time the gap swallows: at its end",
                        "30 2 * * *",
                        "America/New_York",
                        "2025-03-08T12:00:00Z",
                        List.of("2025-03-09T07:00:00Z", "2025-03-10T06:30:00Z")),
                argumentSet(
                        "several of them, and the gap's end itself: once",
                        "0 0,15,30 2,3 * * ?",
                        "America/New_York",
                        "2025-03-09T06:59:59Z",
                        List.of("2025-03-09T07:00:00Z", "2025-03-09T07:15:00Z", "2025-03-09T07:30:00Z")),
                argumentSet(
                        "a time that comes twice: the first",
                        "30 1 * * *",
                        "America/New_York",
                        "2025-11-02T04:00:00Z",
                        List.of("2025-11-02T05:30:00Z", "2025-11-03T06:30:00Z")),
                argumentSet(
                        "the first, asked between the two",
                        "30 1 * * *",
                        "America/New_York",
                        "2025-11-02T06:10:00Z",
                        List.of("2025-11-03T06:30:00Z")),
                argumentSet(
                        "every half hour: both hours",
                        "*/30 * * * *",
                        "America/New_York",
                        "2025-11-02T05:10:00Z",
                        List.of(
                                "2025-11-02T05:30:00Z",
                                "2025-11-02T06:00:00Z",
                                "2025-11-02T06:30:00Z",
                                "2025-11-02T07:00:00Z")),
                argumentSet(
                        "every hour at a quarter past: nothing for the hour that is not there",
                        "15 * * * *",
                        "Europe/London",
                        "2025-03-30T00:00:00Z",
                        List.of("2025-03-30T00:15:00Z", "2025-03-30T01:15:00Z")),
                argumentSet(
                        "every hour: both hours",
                        "15 * * * *",
                        "Europe/London",
                        "2025-10-26T00:00:00Z",
                        List.of("2025-10-26T00:15:00Z", "2025-10-26T01:15:00Z", "2025-10-26T02:15:00Z")),
                argumentSet(
                        "southern gap",
                        "0 0 2 * * ?",
                        "Australia/Sydney",
                        "2025-10-04T12:00:00Z",
                        List.of("2025-10-04T16:00:00Z", "2025-10-05T15:00:00Z")),
                argumentSet(
                        "southern fold",
                        "0 30 2 * * ?",
                        "Australia/Sydney",
                        "2025-04-05T12:00:00Z",
                        List.of("2025-04-05T15:30:00Z", "2025-04-06T16:30:00Z")),
                argumentSet(
                        "a gap of half an hour",
                        "10 2 * * *",
                        "Australia/Lord_Howe",
                        "2025-10-04T12:00:00Z",
                        List.of("2025-10-04T15:30:00Z", "2025-10-05T15:10:00Z")),
                argumentSet(
                        "a fold of half an hour",
                        "*/15 * * * *",
                        "Australia/Lord_Howe",
                        "2025-04-05T14:29:59Z",
                        List.of(
                                "2025-04-05T14:30:00Z",
                                "2025-04-05T14:45:00Z",
                                "2025-04-05T15:00:00Z",
                                "2025-04-05T15:15:00Z",
                                "2025-04-05T15:30:00Z")),
                argumentSet(
                        "minutes with a step repeat within their hours",
                        "0 */30 1 * * ?",
                        "America/New_York",
                        "2025-11-02T04:59:59Z",
                        List.of(
                                "2025-11-02T05:00:00Z",
                                "2025-11-02T05:30:00Z",
                                "2025-11-02T06:00:00Z",
                                "2025-11-02T06:30:00Z",
                                "2025-11-03T06:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource
    void follows_aMarketsSessions(String schedule, String after, List<String> expected) {
        var fires = Schedule.parse(schedule).fires(ZoneId.of("Asia/Tokyo"));

        assertThat(following(fires, Instant.parse(after), expected.size()))
                .containsExactlyElementsOf(expected.stream().map(Instant::parse).toList());
    }

    /** Thanksgiving is Thursday 2025-11-27; the Friday after it closes at 13:00 in New York. */
    static Stream<Arguments> follows_aMarketsSessions() {
        return Stream.of(
                argumentSet(
                        "over a holiday, a half day and a weekend",
                        "on the close of XNYS + 10 min",
                        "2025-11-26T21:09:59Z",
                        List.of("2025-11-26T21:10:00Z", "2025-11-28T18:10:00Z", "2025-12-01T21:10:00Z")),
                argumentSet(
                        "the very close, asked at it",
                        "on the close of XNYS",
                        "2025-11-26T21:00:00Z",
                        List.of("2025-11-28T18:00:00Z")),
                argumentSet(
                        "before the open",
                        "on the open of XNYS - 1h",
                        "2025-11-26T00:00:00Z",
                        List.of("2025-11-26T13:30:00Z", "2025-11-28T13:30:00Z")),
                argumentSet(
                        "into the next day",
                        "on the close of XNYS + 12 h",
                        "2025-11-27T00:00:00Z",
                        List.of("2025-11-27T09:00:00Z", "2025-11-29T06:00:00Z")),
                argumentSet(
                        "around the clock",
                        "on the close of 24/7 + 5 min",
                        "2025-11-26T00:05:00Z",
                        List.of("2025-11-27T00:05:00Z", "2025-11-28T00:05:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 0 31 4,6 ?", "0 0 0 1 1 ? 2020", "0 0 0 29 2 ? 2025-2027"})
    void endsTheSearch_whenACronNeverFires(String cron) {
        assertThat(Schedule.parse(cron).fires(ZoneId.of("Europe/London")).after(START))
                .isEmpty();
    }

    @Test
    void findsTheNextLeapDay() {
        assertThat(Schedule.parse("0 0 29 2 *").fires(ZoneId.of("UTC")).after(START))
                .contains(Instant.parse("2028-02-29T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource
    void findsTheLastOfASpan(String schedule, String to, String expected) {
        var fires = Schedule.parse(schedule).fires(ZoneId.of("America/New_York"));

        assertThat(fires.last(START, Instant.parse(to))).contains(Instant.parse(expected));
    }

    static Stream<Arguments> findsTheLastOfASpan() {
        return Stream.of(
                argumentSet("the span's end counts", "* * * * * ?", "2025-06-01T00:00:00Z", "2025-06-01T00:00:00Z"),
                argumentSet("months of seconds", "*/7 * * * * ?", "2025-06-01T00:00:06Z", "2025-06-01T00:00:00Z"),
                argumentSet("none for a long time", "0 0 1 4 *", "2026-03-31T00:00:00Z", "2025-04-01T04:00:00Z"),
                argumentSet("seconds of one day", "* * * ? * MON", "2025-06-08T12:00:00Z", "2025-06-03T03:59:59Z"),
                argumentSet("only one", "0 0 2 3 *", "2025-03-20T00:00:00Z", "2025-03-02T05:00:00Z"));
    }

    @Test
    void findsNone_whereThereIsNone() {
        var fires = Schedule.parse("0 0 1 4 *").fires(ZoneId.of("UTC"));

        assertThat(fires.last(START, Instant.parse("2025-03-31T23:59:59Z"))).isEmpty();
        assertThat(fires.count(START, Instant.parse("2025-03-31T23:59:59Z"), 10))
                .isZero();
        assertThat(fires.count(START, Instant.parse("2025-04-01T00:00:00Z"), 10))
                .isOne();
    }

    private static List<Instant> following(Fires fires, Instant after, int count) {
        var found = new ArrayList<Instant>();
        var from = after;
        while (found.size() < count) {
            from = fires.after(from).orElseThrow();
            found.add(from);
        }
        return found;
    }
}
