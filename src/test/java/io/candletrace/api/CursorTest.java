package io.candletrace.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CursorTest {

    private static final Cursor CURSOR = new Cursor("/api/signals", 4711);

    @Test
    void reads_whatItWrote() {
        assertThat(Cursor.parse("/api/signals", CURSOR.text())).isEqualTo(CURSOR);
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String text) {
        assertThatThrownBy(() -> Cursor.parse("/api/signals", text))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.INVALID_REQUEST));
    }

    static Stream<Arguments> refuses() {
        var plain = new String(Base64.getUrlDecoder().decode(CURSOR.text()), StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.argumentSet("another id under the old checksum", encoded(plain.replace("4711", "4712"))),
                Arguments.argumentSet("a cursor of another list", new Cursor("/api/charts", 4711).text()),
                Arguments.argumentSet("one that was cut", CURSOR.text().substring(0, 20)),
                Arguments.argumentSet("an id beyond 64 bits", encoded("1:9999999999999999999:0123456789abcdef")),
                Arguments.argumentSet("no base64", "%%%"),
                Arguments.argumentSet("nothing", ""));
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
