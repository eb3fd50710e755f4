package careledger.warehouse.run;

import careledger.schema.text.Nearest;
import java.util.List;

/** Asked for a run that is not recorded here. */
public final class UnknownRunException extends RuntimeException {
    private final String id;
    private final transient List<String> nearest;

    UnknownRunException(String id, List<String> known) {
        super("There is no run '" + id + "'."
                + (known.isEmpty() ? " Nothing has been run yet." : Nearest.sentence(id, known)));
        this.id = id;
        this.nearest = Nearest.to(id, known);
    }

    /** What was asked for. */
    public String id() {
        return id;
    }

    /** Ids of the runs that may have been meant. */
    public List<String> nearest() {
        return nearest;
    }
}
