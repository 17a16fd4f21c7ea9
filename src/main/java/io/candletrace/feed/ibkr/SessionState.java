package io.candletrace.feed.ibkr;

import io.candletrace.failure.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Where the session with the gateway stands. Every state knows since when, and what the gateway's word makes of it. */
sealed interface SessionState {
    /** Since when, UTC. */
    Instant since();

    /** In a word, for people. */
    String word();

    /** What it becomes when the gateway has spoken; the same kind of state goes on. */
    default Known heard(SessionReport report, Instant now) {
        return switch (report) {
            case SessionReport.Alive() -> new Ready(now, now);
            case SessionReport.Taken() -> new Competing(since(Competing.class, now), now);
            case SessionReport.WithoutBrokerage() -> new Reviving(now);
            case SessionReport.LoggedOut() -> new LoginExpired(since(LoginExpired.class, now), now);
            case SessionReport.Silent(var what) -> new Unreachable(since(Unreachable.class, now), now, what);
            case SessionReport.ServersDown(var what) -> new Maintenance(since(Maintenance.class, now), now, what);
        };
    }

    /** Since when this kind of state has lasted by now. */
    private Instant since(Class<?> kind, Instant now) {
        return kind.isInstance(this) ? since() : now;
    }

    /** Nobody has asked, or not for long. */
    record Unknown(Instant since) implements SessionState {
        @Override
        public String word() {
            return "not used";
        }
    }

    /** The gateway has spoken. */
    sealed interface Known extends SessionState {}

    /** A brokerage session was asked for and is waited for. */
    record Reviving(Instant since) implements Known {
        @Override
        public String word() {
            return "re-initialising";
        }

        /** Nothing is decided until the session is there, somebody else's, or the login gone too. */
        @Override
        public Known heard(SessionReport report, Instant now) {
            return switch (report) {
                case SessionReport.Alive() -> new Ready(now, now);
                case SessionReport.Taken() -> new Competing(now, now);
                case SessionReport.LoggedOut() -> new LoginExpired(now, now);
                case SessionReport.WithoutBrokerage(), SessionReport.Silent _, SessionReport.ServersDown _ -> this;
            };
        }

        /** What it becomes when it was waited for long enough. */
        Settled gaveUp(Instant now) {
            return NightlyReset.covers(now)
                    ? new Maintenance(now, now, "no brokerage session")
                    : new NotRevived(now, now);
        }
    }

    /** Known for the moment. */
    sealed interface Settled extends Known {
        /** When the gateway said so, UTC. */
        Instant checkedAt();
    }

    /**
     * Bars can be asked for.
     *
     * @param checkedAt of the last tickle
     */
    record Ready(Instant since, Instant checkedAt) implements Settled {
        @Override
        public String word() {
            return "ready";
        }

        @Override
        public Known heard(SessionReport report, Instant now) {
            return report instanceof SessionReport.Alive ? new Ready(since, now) : Settled.super.heard(report, now);
        }
    }

    /** There is no session to ask for bars with. */
    sealed interface Lost extends Settled {
        /** What an operator does about it. */
        String advice(URI gateway);

        /** Why a request fails by it. */
        default FailureReason reason() {
            return FailureReason.FEED_SESSION_LOST;
        }

        /** Whether it was looked at so long ago that it may be over. */
        default boolean isDue(Instant now, Duration recheckAfter) {
            return !checkedAt().plus(recheckAfter).isAfter(now);
        }
    }

    /** Nobody is logged in any more. */
    record LoginExpired(Instant since, Instant checkedAt) implements Lost {
        @Override
        public String word() {
            return "login expired";
        }

        @Override
        public String advice(URI gateway) {
            return "the login has expired; log in again at " + gateway.resolve("/");
        }
    }

    /** Somebody else has the session. */
    record Competing(Instant since, Instant checkedAt) implements Lost {
        @Override
        public String word() {
            return "competing";
        }

        @Override
        public String advice(URI gateway) {
            return "another program (TWS, the mobile app) has the brokerage session of this user; log it out, give "
                    + "Candletrace a user of its own, or set candletrace.feed.ibkr.compete=true to take the session";
        }
    }

    /** The login lives, but no brokerage session came of it. */
    record NotRevived(Instant since, Instant checkedAt) implements Lost {
        @Override
        public String word() {
            return "no brokerage session";
        }

        @Override
        public String advice(URI gateway) {
            return "the login is alive, but no brokerage session came of it; log out and in again at "
                    + gateway.resolve("/");
        }
    }

    /** The gateway is not there. */
    record Unreachable(Instant since, Instant checkedAt, String what) implements Lost {
        @Override
        public String word() {
            return "gateway unreachable";
        }

        @Override
        public String advice(URI gateway) {
            var hint = what.contains("SSL")
                    ? "nobody vouches for its own certificate: name it in candletrace.feed.ibkr.trusted-certificate"
                    : "see that it runs";
            return "the gateway at " + gateway + " does not answer (" + what + "); " + hint;
        }

        @Override
        public FailureReason reason() {
            return FailureReason.FEED_UNAVAILABLE;
        }
    }

    /** The gateway is there, the vendor's servers are not. */
    record Maintenance(Instant since, Instant checkedAt, String what) implements Lost {
        @Override
        public String word() {
            return "maintenance";
        }

        @Override
        public String advice(URI gateway) {
            return "the vendor's servers do not answer (" + what
                    + "), as in their nightly reset from 23:45 to 00:45 in "
                    + "New York; nothing is to be done but to wait";
        }
    }
}
