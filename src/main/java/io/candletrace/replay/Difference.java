package io.candletrace.replay;

import java.util.Optional;

/**
 * One field that may differ.
 *
 * @param field a key of the verdict, {@code status} or {@code error_message}
 * @param original what it was; absent when it was not there
 * @param replay what it is now; absent when it is not there
 */
public record Difference(String field, Optional<Object> original, Optional<Object> replay) {
    boolean differs() {
        return !Fact.of(original).equals(Fact.of(replay));
    }
}
