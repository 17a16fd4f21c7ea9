package io.candletrace.market;

import java.time.LocalDate;

/**
 * Something odd about a series that does not forbid its use. Stored with the snapshot, shown on the picture and in the
 * prompt.
 *
 * @param code a stable word in capitals: {@code GAP}, {@code OHLC_INCONSISTENT}
 * @param sessionDate the bar it is about
 * @param detail what was expected and what was found, one line
 */
public record Finding(String code, LocalDate sessionDate, String detail) {}
