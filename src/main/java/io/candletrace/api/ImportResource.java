package io.candletrace.api;

import io.candletrace.feed.imported.BarImport;
import io.candletrace.feed.imported.ImportReport;
import io.candletrace.feed.imported.ImportReport.Rejection;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.request.Parameters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes files of bars. */
@Tag(name = "Market data")
@Path("/api/market-data/import")
@Produces(MediaType.APPLICATION_JSON)
class ImportResource {

    private final BarImport imports;

    ImportResource(BarImport imports) {
        this.imports = imports;
    }

    /** Blocking, so that the body is handed over as it arrives instead of being read into memory first. */
    @POST
    @Blocking
    @Consumes({Csv.MEDIA_TYPE, "application/gzip", MediaType.APPLICATION_OCTET_STREAM})
    public Uni<ImportView> take(
            @QueryParam("symbol") Optional<String> symbol,
            @QueryParam("timeframe") Optional<String> timeframe,
            InputStream file) {
        var name = Parameters.symbol("symbol", Inputs.required("symbol", symbol));
        var covered = Parameters.timeframe("timeframe", timeframe)
                .flatMap(Timeframe::ofCode)
                .orElse(Timeframe.DAILY);
        return imports.csv(name, covered, file).map(report -> ImportView.of(name, covered, report));
    }

    /**
     * What came of it.
     *
     * @param rows of the file, without its header
     * @param accepted rows that are bars
     * @param added of these, bars that were not known
     * @param revised of these, bars that were known otherwise; what was known is kept as a revision
     * @param unchanged of these, bars that were known just so
     * @param rejected rows that are no bars
     * @param rejections the first of those, with their lines
     */
    record ImportView(
            String symbol,
            String timeframe,
            long rows,
            long accepted,
            long added,
            long revised,
            long unchanged,
            long rejected,
            List<Rejection> rejections) {

        static ImportView of(Symbol symbol, Timeframe timeframe, ImportReport report) {
            return new ImportView(
                    symbol.value(),
                    timeframe.code(),
                    report.rows(),
                    report.accepted(),
                    report.change().added(),
                    report.change().revised(),
                    report.unchanged(),
                    report.rejected(),
                    report.rejections());
        }
    }
}
