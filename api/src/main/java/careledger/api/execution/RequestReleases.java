package careledger.api.execution;

import careledger.answers.serving.Warehouse;
import org.springframework.stereotype.Component;

/** Gives out the release that is served, to be held for one request or for several that belong together. */
@Component
public final class RequestReleases {
    private final Warehouse warehouse;
    private final CatalogueCache catalogues;

    RequestReleases(Warehouse warehouse, CatalogueCache catalogues) {
        this.warehouse = warehouse;
        this.catalogues = catalogues;
    }

    /**
     * To be closed by the taker. Nothing is held before the first question.
     *
     * @param queryTime where the work on its questions is counted
     */
    public RequestRelease take(QueryTime queryTime) {
        return new RequestRelease(warehouse, catalogues, queryTime);
    }
}
