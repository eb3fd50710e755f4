package careledger.schema.text;

import java.util.List;

/** Asked for something by an id that nothing here has. */
public final class UnknownIdException extends RuntimeException {
    private final String id;
    private final transient List<String> nearest;

    /**
     * @param what was asked for, as a sentence names it
     * @param known ids of what there is
     * @param ifNone what to say where there is nothing
     */
    public UnknownIdException(String what, String id, List<String> known, String ifNone) {
        super("There is no " + what + " '" + id + "'."
                + (known.isEmpty() ? " " + ifNone : Nearest.sentence(id, known)));
        this.id = id;
        this.nearest = Nearest.to(id, known);
    }

    /** What was asked for. */
    public String id() {
        return id;
    }

    /** Ids that may have been meant, nearest first. */
    public List<String> nearest() {
        return nearest;
    }
}
