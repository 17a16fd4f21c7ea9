package io.candletrace.page;

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
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages for people. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class PageResource {

    private static final Logger LOG = Logger.getLogger(PageResource.class);
    private static final int SIGNALS = 24;
    private static final int EXECUTIONS = 12;
    private static final int SIGNALS_OF_EXECUTION = 500;
    /** No scripts at all, and nothing from elsewhere. */
    private static final String POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final Archive archive;
    private final ExecutionArchive executions;
    private final ClaimSwitch claiming;

    PageResource(Archive archive, ExecutionArchive executions, ClaimSwitch claiming) {
        this.archive = archive;
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
                .chain(page -> html(200, Templates.home(page)));
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
        return archive.lineage(id("signal", id, SignalId::new))
                .map(found -> found.orElseThrow(() -> unknown("signal", id)))
                .map(SignalPage::of)
                .chain(page -> html(200, Templates.signal(page)));
    }

    @GET
    @Path("executions/{id}")
    public Uni<Response> execution(@RestPath String id) {
        return executions
                .find(id("execution", id, ExecutionId::new))
                .map(found -> found.orElseThrow(() -> unknown("execution", id)))
                .chain(this::page)
                .chain(page -> html(200, Templates.execution(page)));
    }

    @ServerExceptionMapper
    public Uni<Response> failed(Throwable failure) {
        if (failure instanceof ServiceException known) {
            return html(status(known.reason()), Templates.error(explained(known)));
        }
        LOG.error("a page failed in a way nobody foresaw", failure);
        return html(500, Templates.error(new ErrorPage(500, "Something broke", "The service's log says more.")));
    }

    private Uni<ExecutionPage> page(ExecutionRecord execution) {
        return executions
                .tasks(new ExecutionId(execution.id()))
                .chain(tasks -> archive.signals(
                                SignalFilter.ofExecution(execution.id()), Window.newest(SIGNALS_OF_EXECUTION))
                        .map(signals -> ExecutionPage.of(execution, tasks, signals)));
    }

    private static Uni<Response> html(int status, TemplateInstance template) {
        return template.createUni()
                .map(text -> Response.status(status)
                        .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                        .header("Content-Security-Policy", POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Referrer-Policy", "same-origin")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(text)
                        .build());
    }

    private static ErrorPage explained(ServiceException failure) {
        var title = failure.reason() == FailureReason.NOT_FOUND ? "Not here" : "Not now";
        return new ErrorPage(status(failure.reason()), title, failure.detail());
    }

    /** Pages only read: either what they are about is not there, or something they need does not answer. */
    private static int status(FailureReason reason) {
        return reason == FailureReason.NOT_FOUND ? 404 : 503;
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
