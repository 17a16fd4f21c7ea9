package io.candletrace.page;

import io.candletrace.evaluation.EvaluationConfig;
import io.candletrace.evaluation.OutcomeArchive;
import io.candletrace.execution.ExecutionArchive;
import io.candletrace.execution.ExecutionArchive.Filter;
import io.candletrace.execution.ExecutionRecord;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.Archive;
import io.candletrace.journal.Archive.SignalFilter;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.SignalId;
import io.candletrace.lineage.Window;
import io.candletrace.queue.ClaimSwitch;
import io.candletrace.queue.ClaimSwitch.Turn;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.LongFunction;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages for people. */
@Path("/")
@Produces(Pages.MEDIA_TYPE)
class PageResource {

    private static final int SIGNALS = 24;
    private static final int EXECUTIONS = 12;
    private static final int SIGNALS_OF_EXECUTION = 500;

    private final Archive archive;
    private final ExecutionArchive executions;
    private final ClaimSwitch claiming;
    private final OutcomeArchive outcomes;
    private final List<Integer> horizons;

    PageResource(
            Archive archive,
            ExecutionArchive executions,
            ClaimSwitch claiming,
            OutcomeArchive outcomes,
            EvaluationConfig evaluation) {
        this.archive = archive;
        this.outcomes = outcomes;
        this.horizons = evaluation.horizons().stream().sorted().distinct().toList();
        this.executions = executions;
        this.claiming = claiming;
    }

    @GET
    public Uni<Response> home(UriInfo uri) {
        var base = uri.getBaseUri().toString().replaceFirst("/+$", "");
        return archive.signals(SignalFilter.any(), Window.newest(SIGNALS))
                .chain(signals -> executions
                        .list(Filter.any(), Window.newest(EXECUTIONS))
                        .chain(runs -> stopped()
                                .map(reason -> new HomePage(
                                        signals.stream().map(SignalCard::of).toList(),
                                        runs.stream().map(ExecutionRow::of).toList(),
                                        reason,
                                        base))))
                .chain(page -> Pages.html(200, Templates.home(page)));
    }

    /** Why nothing is begun; empty when something is. */
    private Uni<String> stopped() {
        return claiming.history(Window.newest(1))
                .map(turns -> turns.stream()
                        .filter(Turn::engaged)
                        .map(turn ->
                                turn.reason() + " (" + turn.changedBy() + ", " + Words.time(turn.changedAt()) + ")")
                        .findFirst()
                        .orElse(""));
    }

    @GET
    @Path("signals/{id}")
    public Uni<Response> signal(@RestPath String id) {
        var signal = id("signal", id, SignalId::new);
        return archive.lineage(signal)
                .map(found -> found.orElseThrow(() -> unknown("signal", id)))
                .chain(lineage -> outcomes.find(signal)
                        .map(outcome -> SignalPage.of(lineage, OutcomePart.of(lineage.signal(), outcome, horizons))))
                .chain(page -> Pages.html(200, Templates.signal(page)));
    }

    @GET
    @Path("executions/{id}")
    public Uni<Response> execution(@RestPath String id) {
        return executions
                .find(id("execution", id, ExecutionId::new))
                .map(found -> found.orElseThrow(() -> unknown("execution", id)))
                .chain(this::page)
                .chain(page -> Pages.html(200, Templates.execution(page)));
    }

    @ServerExceptionMapper
    public Uni<Response> failed(Throwable failure) {
        return Pages.failed(failure);
    }

    private Uni<ExecutionPage> page(ExecutionRecord execution) {
        return executions
                .tasks(new ExecutionId(execution.id()))
                .chain(tasks -> archive.signals(
                                SignalFilter.ofExecution(execution.id()), Window.newest(SIGNALS_OF_EXECUTION))
                        .map(signals -> ExecutionPage.of(execution, tasks, signals)));
    }

    private static <I> I id(String what, String text, LongFunction<I> id) {
        try {
            return id.apply(Long.parseLong(text));
        } catch (IllegalArgumentException noId) {
            throw unknown(what, text);
        }
    }

    private static ServiceException unknown(String what, String id) {
        return new ServiceException(FailureReason.NOT_FOUND, "There is no " + what + " " + id + ".");
    }
}
