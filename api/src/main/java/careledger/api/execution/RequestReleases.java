package careledger.api.execution;

import careledger.answers.query.ArgumentPath;
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
        return new RequestRelease(warehouse, catalogues, queryTime, null);
    }

    /**
     * The release of this id, which is held from now on; to be closed by the taker.
     *
     * @param path of the argument that names it
     * @throws careledger.answers.query.InvalidQueryException where it is not kept, or cannot be read
     */
    public RequestRelease take(QueryTime queryTime, String id, ArgumentPath path) {
        RequestRelease release = new RequestRelease(warehouse, catalogues, queryTime, id);
        release.open(path);
        return release;
    }
}
