package io.candletrace.api;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.CorporateAction;
import io.candletrace.feed.CorporateActionLedger;
import io.candletrace.feed.CorporateActionLedger.Entry;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Splits and dividends. What is recorded last of a date and kind holds; nothing is ever changed. */
@Tag(name = "Corporate actions")
@Path("/api/corporate-actions")
@Produces(MediaType.APPLICATION_JSON)
class CorporateActionResource {

    private static final int MAX_NAME = 64;

    private final CorporateActionLedger ledger;

    CorporateActionResource(CorporateActionLedger ledger) {
        this.ledger = ledger;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RecordedView> record(@Nullable ActionsInput input) {
        return record(Inputs.required("items", Inputs.required(input).items()).stream()
                .map(CorporateActionInput::toEntry)
                .toList());
    }

    @POST
    @Consumes(Csv.MEDIA_TYPE)
    public Uni<RecordedView> recordTable(String text) {
        return record(CorporateActionTable.read(text));
    }

    @GET
    public Uni<ListView<ActionView>> list(
            @QueryParam("symbol") Optional<String> symbol, @QueryParam("feed") Optional<String> feed) {
        return ledger.find(
                        Parameters.text("feed", feed, MAX_NAME),
                        Parameters.symbol("symbol", Inputs.required("symbol", symbol)))
                .map(found -> new ListView<>(found.stream().map(ActionView::of).toList(), Optional.empty()));
    }

    private Uni<RecordedView> record(List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new ServiceException(
                    FailureReason.INVALID_REQUEST, "expected at least one split or dividend, found none");
        }
        return ledger.record(entries).replaceWith(() -> new RecordedView(entries.size()));
    }

    /** What {@code POST} takes as JSON. */
    record ActionsInput(Optional<List<CorporateActionInput>> items) {}

    /**
     * What was done.
     *
     * @param recorded how many
     */
    record RecordedView(int recorded) {}

    /**
     * A split or dividend.
     *
     * @param ratio of a split; 1 says that there is none
     * @param amount of a dividend; 0 says that there is none
     */
    record ActionView(
            LocalDate exDate, String kind, Optional<BigDecimal> ratio, Optional<BigDecimal> amount, String source) {

        static ActionView of(CorporateAction action) {
            var value = Optional.of(action.value());
            boolean split = action.kind() == CorporateAction.Kind.SPLIT;
            return new ActionView(
                    action.exDate(),
                    action.kind().name().toLowerCase(Locale.ROOT),
                    split ? value : Optional.empty(),
                    split ? Optional.empty() : value,
                    action.source());
        }
    }
}
