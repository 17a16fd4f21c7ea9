package io.candletrace.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.chart.Libraries;
import io.candletrace.evaluation.EvaluationConfig;
import io.candletrace.evaluation.Scorecards;
import io.candletrace.evaluation.scorecard.ScorecardCurves;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.request.ScorecardParameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The page of scorecards, for people. */
@Path("/scorecards")
@Produces(Pages.MEDIA_TYPE)
class ScorecardPageResource {
    private final Scorecards scorecards;
    private final List<Integer> horizons;
    private final ObjectMapper json;
    private final String library;

    ScorecardPageResource(Scorecards scorecards, EvaluationConfig config, ObjectMapper json) {
        this.scorecards = scorecards;
        this.horizons = config.horizons().stream().sorted().distinct().toList();
        this.json = json;
        this.library = "/_static/echarts/" + Libraries.read().echarts() + "/dist/echarts.min.js";
    }

    @GET
    public Uni<Response> read(ScorecardForm form) {
        var sent = form.parameters();
        return Uni.createFrom()
                .item(sent)
                .map(ScorecardParameters::toQuery)
                .chain(scorecards::curves)
                .map(curves -> page(sent, curves))
                .chain(page -> Pages.html(200, Templates.scorecards(page), Pages.DRAWN))
                .onFailure(ScorecardPageResource::mistaken)
                .recoverWithUni(failure -> mistaken(sent, (ServiceException) failure));
    }

    @ServerExceptionMapper
    public Uni<Response> failed(Throwable failure) {
        return Pages.failed(failure);
    }

    private ScorecardPage page(ScorecardParameters sent, ScorecardCurves curves) {
        var shown = ShownCurves.of(ShownCurves.shown(curves.groups()));
        return ScorecardPage.of(sent, horizons, curves, text(PictureData.of(shown)), library);
    }

    private Uni<Response> mistaken(ScorecardParameters sent, ServiceException failure) {
        var page = ScorecardPage.mistaken(sent, horizons, failure.detail());
        return Pages.html(Pages.status(failure.reason()), Templates.scorecards(page), Pages.DRAWN);
    }

    private static boolean mistaken(Throwable failure) {
        return failure instanceof ServiceException known
                && (known.reason() == FailureReason.INVALID_REQUEST
                        || known.reason() == FailureReason.IMPOSSIBLE_REQUEST);
    }

    /** JSON that cannot end the element it stands in. */
    private String text(PictureData data) {
        try {
            return json.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("pictures are only texts and numbers", impossible);
        }
    }
}
