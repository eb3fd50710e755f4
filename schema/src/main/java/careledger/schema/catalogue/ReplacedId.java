package careledger.schema.catalogue;

/**
 * An id that was replaced by another.
 *
 * @param former as programs and addresses may still hold it
 * @param now under which figures are found
 */
public record ReplacedId(IdKind kind, String former, String now) {
    /** As a reader of an answer needs it. */
    public String sentence() {
        return "The %s '%s' is now called '%s'.".formatted(kind, former, now);
    }
}
