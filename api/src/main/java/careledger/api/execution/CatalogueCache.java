package careledger.api.execution;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.Sql;
import careledger.answers.serving.Lease;
import careledger.api.config.CareLedgerProperties;
import careledger.schema.catalogue.ReplacedId;
import careledger.schema.catalogue.ReplacedIds;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The catalogues of recently queried releases, each loaded once. */
@Component
final class CatalogueCache {
    private static final int KEPT = 4;

    private final Cache<String, ReleaseCatalogue> byRelease =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private final ReplacedIds replaced;

    CatalogueCache(CareLedgerProperties properties) {
        this.replaced = properties.allReplacedIds();
    }

    /** @param noted is given every replaced id that the question uses */
    ReleaseCatalogue of(Lease lease, Consumer<ReplacedId> noted) {
        return loaded(lease).with(replaced, noted);
    }

    private ReleaseCatalogue loaded(Lease lease) {
        return byRelease.get(
                lease.release().id(),
                id -> lease.readAhead((release, connection) -> new CatalogueLoad(
                                new Sql(connection), release.manifest().createdAt())
                        .load()));
    }
}
