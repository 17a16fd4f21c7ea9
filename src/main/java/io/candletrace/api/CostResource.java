package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.api.CostView.CostGroupView;
import io.candletrace.api.CostView.FiguresView;
import io.candletrace.journal.CostArchive;
import io.candletrace.journal.GroupKey;
import io.candletrace.request.Parameters;
import io.candletrace.request.WordList;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What models cost, by the calls that were made of them. */
@Tag(name = "Costs")
@Path("/api/costs")
class CostResource {

    private static final List<GroupKey> KEYS =
            Stream.of(GroupKey.values()).filter(key -> key != GroupKey.STATUS).toList();
    private static final List<GroupKey> STANDARD = List.of(GroupKey.MODEL);
    private static final long DEFAULT_PROMPTS = 20;
    private static final int MAX_PROMPTS = 200;

    private final CostArchive archive;
    private final Clock clock;
    private final ObjectMapper json;

    CostResource(CostArchive archive, Clock clock, ObjectMapper json) {
        this.archive = archive;
        this.clock = clock;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<CostView> list(FigureQuery query, @QueryParam("group_by") Optional<String> groupBy) {
        var span = Span.parse(query.from(), query.to(), clock.instant());
        var keys = WordList.parse("group_by", groupBy, KEYS, GroupKey::word).orElse(STANDARD);
        return archive.costs(query.within(span), keys).map(costs -> CostView.of(span, keys, costs));
    }

    @GET
    @Produces(Csv.MEDIA_TYPE)
    public Uni<String> table(FigureQuery query, @QueryParam("group_by") Optional<String> groupBy) {
        return list(query, groupBy).map(view -> csv(view).write(view.groups()));
    }

    @GET
    @Path("/prompts")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<PromptCostView> prompts(
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("limit") Optional<String> limit) {
        var span = Span.parse(from, to, clock.instant());
        return archive.prompts(span.from(), span.to(), limit(limit)).map(prompts -> PromptCostView.of(span, prompts));
    }

    private Csv<CostGroupView> csv(CostView view) {
        var columns = Stream.concat(view.groupBy().stream(), Csv.columns(FiguresView.class))
                .toList();
        return new Csv<>(json, columns);
    }

    private static int limit(Optional<String> text) {
        long given = Parameters.id("limit", text).orElse(DEFAULT_PROMPTS);
        if (given > MAX_PROMPTS) {
            throw Parameters.invalid("limit", "1 to " + MAX_PROMPTS, String.valueOf(given));
        }
        return (int) given;
    }
}
