package careledger.api.request;

import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.CatalogueLoad;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.serving.Lease;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** The catalogues of the releases asked of late, each loaded once. */
@Component
final class Catalogues {
    private static final int KEPT = 3;

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
