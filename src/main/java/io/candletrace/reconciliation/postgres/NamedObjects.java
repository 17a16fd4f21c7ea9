package io.candletrace.reconciliation.postgres;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import io.candletrace.reconciliation.NamedObject;
import io.candletrace.storage.ObjectKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The objects that rows of other packages name: packages share the database, not their classes. */
final class NamedObjects {
    /** As much of each as the page can need; the same object under many rows is one. */
    private static final String PAGE = """
            select distinct on (key) key, sha256, table_name, id from (
                (select minio_object_key collate "C" as key, cast(jpeg_sha256 as text) as sha256, 'charts' as table_name, id
                 from charts where minio_bucket = ?1 and minio_object_key collate "C" > ?2
                 order by minio_object_key collate "C" limit ?3)
                union all
                (select html_object_key collate "C", cast(html_sha256 as text), 'charts', id
                 from charts where minio_bucket = ?1 and html_object_key collate "C" > ?2
                 order by html_object_key collate "C" limit ?3)
                union all
                (select object_key collate "C", cast(sha256 as text), 'bar_snapshots', id
                 from bar_snapshots where object_key collate "C" > ?2 order by object_key collate "C" limit ?3)
                order by key limit ?3) as page
            order by key, id
            """;

    private static final String OF = """
            select k.key from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as k(key)
            where exists (select from charts where minio_object_key collate "C" = k.key)
               or exists (select from charts where html_object_key collate "C" = k.key)
               or exists (select from bar_snapshots where object_key collate "C" = k.key)
            """;

    private NamedObjects() {}

    static Uni<List<NamedObject>> page(Mutiny.Session session, String bucket, String after, int limit) {
        return session.createNativeQuery(PAGE, Object[].class)
                .setParameter(1, bucket)
                .setParameter(2, after)
                .setParameter(3, limit)
                .getResultList()
                .map(rows -> rows.stream().map(NamedObjects::named).toList());
    }

    static Uni<List<String>> of(Mutiny.Session session, List<String> keys) {
        return session.createNativeQuery(OF, String.class)
                .setParameter(1, CanonicalJson.write(keys))
                .getResultList();
    }

    private static NamedObject named(Object[] row) {
        return new NamedObject(
                new ObjectKey((String) row[0]), new Sha256((String) row[1]), (String) row[2], (Long) row[3]);
    }
}
