package io.candletrace.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Makes a fault at certain moments, each n-th of them and so many times: when a text is sent, or when a transaction is
 * committed in which a text was sent. PostgreSQL's protocol carries statements as plain text, and the commit as one of its own.
 */
final class Trigger implements Rule {
    /** The whole message: a simple query of 11 bytes. */
    private static final String COMMIT = "Q\0\0\0\u000bCOMMIT\0";

    private static final Fault NONE = new Fault.None();

    private final String text;
    private final boolean commits;
    private final int every;
    private final int times;
    private final Supplier<Fault> fault;
    private final AtomicInteger moments = new AtomicInteger();
    private final AtomicInteger fired = new AtomicInteger();

    private Trigger(String text, boolean commits, int every, int times, Supplier<Fault> fault) {
        this.text = text.toLowerCase(Locale.ROOT);
        this.commits = commits;
        this.every = every;
        this.times = times;
        this.fault = fault;
    }

    /** When bytes that hold the text are sent. */
    static Trigger sending(String text, Supplier<Fault> fault) {
        return new Trigger(text, false, 1, 1, fault);
    }

    /** When a transaction in which the text was sent is committed; an empty text is in every transaction. */
    static Trigger committing(String text, Supplier<Fault> fault) {
        return new Trigger(text, true, 1, 1, fault);
    }

    /** Each so-manieth moment, so often. */
    Trigger each(int nth, int atMost) {
        return new Trigger(text, commits, nth, atMost, fault);
    }

    int fired() {
        return Math.min(fired.get(), times);
    }

    /** Waits until it has fired as often as it may. */
    void awaitFired(Duration patience) {
        await("'" + text + "' should be sent and made to fail " + times + " times")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> fired() >= times);
    }

    @Override
    public Fault sent(Link link, String sent) {
        if (!isMoment(link, sent)
                || moments.incrementAndGet() % every != 0
                || fired.get() >= times
                || fired.incrementAndGet() > times) {
            return NONE;
        }
        return fault.get();
    }

    private boolean isMoment(Link link, String sent) {
        if (!commits) {
            return says(sent);
        }
        if (says(sent)) {
            link.marks().add(this);
        }
        if (sent.contains("Q\0\0\0\rROLLBACK\0")) {
            link.marks().remove(this);
        }
        return sent.contains(COMMIT) && link.marks().remove(this);
    }

    private boolean says(String sent) {
        return sent.toLowerCase(Locale.ROOT).contains(text);
    }
}
