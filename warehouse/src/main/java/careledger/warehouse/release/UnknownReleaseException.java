package careledger.warehouse.release;

import careledger.schema.text.Nearest;
import java.util.List;

/** Asked for a release that is not kept here. */
public final class UnknownReleaseException extends RuntimeException {
    private final String id;
    private final transient List<String> nearest;

    UnknownReleaseException(String id, List<String> known) {
        super("There is no release '" + id + "'."
                + (known.isEmpty() ? " Nothing has been published yet." : Nearest.sentence(id, known)));
        this.id = id;
        this.nearest = Nearest.to(id, known);
    }

    /** What was asked for. */
    public String id() {
        return id;
    }

    /** Ids of the releases that may have been meant. */
    public List<String> nearest() {
        return nearest;
    }
}
