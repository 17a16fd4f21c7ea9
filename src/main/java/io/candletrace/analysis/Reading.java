package io.candletrace.analysis;

import java.math.BigDecimal;

/**
 * An indicator's value that an answer rests on.
 *
 * @param indicator its name as the answer spells it; {@link ReadingTable} knows those that exist
 * @param value without trailing zeros
 */
public record Reading(String indicator, BigDecimal value) {
    public Reading {
        var stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
