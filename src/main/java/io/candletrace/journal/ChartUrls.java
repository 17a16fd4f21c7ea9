package io.candletrace.journal;

import io.candletrace.lineage.ChartId;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Where the objects of charts can be had. Keys are the truth; these are built from them. */
@ApplicationScoped
public class ChartUrls {
    private final URI service;
    private final Optional<URI> store;

    ChartUrls(JournalConfig journal, StorageConfig storage) {
        this.service = journal.serviceUrl();
        this.store = storage.publicUrl();
    }

    /** The picture's address: at the store's public URL when there is one, else at this service. */
    public String jpeg(ObjectKey key) {
        return store.map(URI::toString).orElse(service + "/api/objects") + "/" + key;
    }

    /** The interactive page's address, always at this service, which puts the chart library in. */
    public String html(ChartId chart) {
        return service + "/api/charts/" + chart.value() + "/html";
    }
}
