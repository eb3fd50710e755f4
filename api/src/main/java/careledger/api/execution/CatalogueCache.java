package careledger.api.execution;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.Sql;
import careledger.answers.serving.Lease;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** The catalogues of recently queried releases, each loaded once. */
@Component
final class CatalogueCache {
    private static final int KEPT = 4;

    private final Cache<String, ReleaseCatalogue> byRelease =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    ReleaseCatalogue of(Lease lease) {
        return byRelease.get(
                lease.release().id(),
                id -> lease.readAhead((release, connection) -> new CatalogueLoad(
                                new Sql(connection), release.manifest().createdAt())
                        .load()));
    }
}
