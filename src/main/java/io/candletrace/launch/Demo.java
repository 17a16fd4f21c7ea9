package io.candletrace.launch;

import io.candletrace.execution.ExecutionArchive;
import io.candletrace.execution.ExecutionRecord;
import io.candletrace.execution.ExecutionRequest;
import io.candletrace.execution.Executions;
import io.candletrace.feed.BarSources;
import io.candletrace.journal.Archive;
import io.candletrace.journal.ChartUrls;
import io.candletrace.journal.JournalConfig;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Window;
import io.candletrace.market.BarSeries;
import io.candletrace.strategy.Strategies;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The first start shows what the service does: it runs a strategy over made-up bars and prints what came of it. */
@ApplicationScoped
class Demo {
    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final String EMBEDDED_RUNS = "candletrace.embedded.running";
    private static final int AFTER_THE_QUEUE = 20_000;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Window ALL = Window.newest(100);

    private final Strategies strategies;
    private final Executions executions;
    private final ExecutionArchive runs;
    private final Archive archive;
    private final BarSources sources;
    private final ChartUrls urls;
    private final JournalConfig journal;
    private final DemoConfig config;

    Demo(
            Strategies strategies,
            Executions executions,
            ExecutionArchive runs,
            Archive archive,
            BarSources sources,
            ChartUrls urls,
            JournalConfig journal,
            DemoConfig config) {
        this.strategies = strategies;
        this.executions = executions;
        this.runs = runs;
        this.archive = archive;
        this.sources = sources;
        this.urls = urls;
        this.journal = journal;
        this.config = config;
    }

    /** Does not wait: the service is ready while the demo runs. */
    void start(@Observes @Priority(AFTER_THE_QUEUE) StartupEvent event) {
        if (wanted()) {
            VertxContextSupport.subscribe(
                    () -> show().toMulti(),
                    subscription -> subscription.with(
                            shown -> LOG.debug("the demo was looked at"),
                            failure -> LOG.warnf("the demo was given up: %s", failure.getMessage())));
        }
    }

    private boolean wanted() {
        return config.demo()
                && Boolean.getBoolean(EMBEDDED_RUNS)
                && sources.standard().equals(BarSeries.SYNTHETIC);
    }

    private Uni<Void> show() {
        return strategies
                .find(DemoStrategy.NAME)
                .chain(found -> found.isPresent() ? Uni.createFrom().voidItem() : run());
    }

    private Uni<Void> run() {
        return create().chain(this::accept)
                .chain(this::finished)
                .chain(this::print)
                .ifNoItem()
                .after(config.demoPatience())
                .fail();
    }

    private Uni<Void> create() {
        return strategies
                .create(DemoStrategy.draft(), "first start")
                .invoke(() -> LOG.infof("first start: running the strategy '%s' over made-up bars", DemoStrategy.NAME))
                .replaceWithVoid();
    }

    private Uni<ExecutionId> accept() {
        return executions.accept(
                new ExecutionRequest(DemoStrategy.NAME, Optional.empty(), Optional.empty(), "first start"));
    }

    private Uni<ExecutionRecord> finished(ExecutionId execution) {
        return runs.find(execution)
                .map(Optional::orElseThrow)
                .repeat()
                .withDelay(POLL)
                .whilst(run -> List.of("pending", "running").contains(run.status()))
                .collect()
                .last();
    }

    private Uni<Void> print(ExecutionRecord run) {
        return Uni.combine()
                .all()
                .unis(
                        archive.signals(Archive.SignalFilter.ofExecution(run.id()), ALL),
                        archive.charts(chartsOf(run), ALL))
                .with((signals, charts) -> new DemoTable(signals, charts, urls).text())
                .invoke(this::print)
                .replaceWithVoid();
    }

    private static Archive.ChartFilter chartsOf(ExecutionRecord run) {
        return new Archive.ChartFilter(Optional.of(run.id()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void print(String table) {
        LOG.infof("""
                the demo's signals, of made-up bars (AI-generated, not investment advice):

                %1$s

                  All of it, with lineage:  %2$s/
                  The API:                  %2$s/q/swagger-ui
                """, table, journal.serviceUrl());
    }
}
