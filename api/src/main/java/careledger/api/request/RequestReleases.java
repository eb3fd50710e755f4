package careledger.api.request;

import careledger.warehouse.serving.Warehouse;
import org.springframework.stereotype.Component;

/** Gives out the release that is served, to be held for one request or for several that belong together. */
@Component
public final class RequestReleases {
    private final Warehouse warehouse;
    private final Catalogues catalogues;

    RequestReleases(Warehouse warehouse, Catalogues catalogues) {
        this.warehouse = warehouse;
        this.catalogues = catalogues;
    }

    /**
     * To be closed by the taker. Nothing is held before the first question.
     *
     * @param spending where the work on its questions is counted
     */
    public RequestRelease take(Spending spending) {
        return new RequestRelease(warehouse, catalogues, spending);
    }
}
