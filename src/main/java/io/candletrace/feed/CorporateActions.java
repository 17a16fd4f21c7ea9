package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** Splits and dividends that are known. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface CorporateActions {

    /** Records actions of instruments, all or none; each supersedes what was known of its date and kind. */
    Uni<Void> add(List<Recorded<InstrumentId, CorporateAction>> actions);

    /** What is known of an instrument up to an ex-date, inclusive: one a date and kind, by date, withdrawals among them. */
    Uni<List<CorporateAction>> find(InstrumentId instrument, LocalDate upTo);
}
