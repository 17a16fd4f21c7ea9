package io.candletrace.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.PostgresResource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A task's branches share one Vert.x context, and their transactions overlap. {@link Transactions} keeps them apart; the usual
 * helpers do not, which is why the same run through them must fail here: a harness that they survived would prove nothing.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class OverlappingTransactionsTest {
    private static final int BRANCHES = 18;

    @Inject
    Transactions transactions;

    @Inject
    Mutiny.SessionFactory sessions;

    /** One of the ways in which a branch might get its transaction. */
    private interface Way {
        Uni<Integer> write(OverlappingTransactionsTest test, Function<Mutiny.Session, Uni<Integer>> work);
    }

    static Stream<Arguments> sharedSessions() {
        Way factory = (test, work) -> test.sessions.withTransaction((session, transaction) -> work.apply(session));
        Way panache = (test, work) ->
                Panache.withTransaction(() -> Panache.getSession().chain(work::apply));
        return Stream.of(
                Arguments.argumentSet("SessionFactory.withTransaction", factory),
                Arguments.argumentSet("Panache.withTransaction", panache));
    }

    @Test
    void keepsEveryBranch_whenEachHasASessionOfItsOwn() throws Throwable {
        assertThat(survivors((test, work) -> test.transactions.write(work))).isEqualTo(BRANCHES);
    }

    @ParameterizedTest
    @MethodSource("sharedSessions")
    void losesBranches_whenTheyShareTheContextsSession(Way way) throws Throwable {
        assertThat(survivors(way)).isLessThan(BRANCHES);
    }

    /** How many of the branches, all on one context, came through. */
    private long survivors(Way way) throws Throwable {
        List<Boolean> survived = VertxContextSupport.subscribeAndAwait(() -> Uni.join()
                .all(IntStream.range(0, BRANCHES)
                        .mapToObj(branch -> survives(way, branch))
                        .toList())
                .andFailFast());
        return Collections.frequency(survived, true);
    }

    /**
     * Starts a little after the branch before it and has up to five queries more, so that some end, commit and close while
     * others still have something to ask, even where one connection takes all their queries in turn.
     */
    private Uni<Boolean> survives(Way way, int branch) {
        return transactions
                .read(session -> sleep(session, 5 * branch))
                .chain(() -> way.write(this, session -> ask(session, 1 + branch % 6)))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }

    private static Uni<Integer> ask(Mutiny.Session session, int times) {
        var answer = sleep(session, 15);
        return times == 1 ? answer : answer.chain(() -> ask(session, times - 1));
    }

    private static Uni<Integer> sleep(Mutiny.Session session, int milliseconds) {
        return session.createNativeQuery("select 1 from pg_sleep(?1)", Integer.class)
                .setParameter(1, milliseconds / 1000.0)
                .getSingleResult();
    }
}
