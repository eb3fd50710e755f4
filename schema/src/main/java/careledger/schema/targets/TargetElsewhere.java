package careledger.schema.targets;

/**
 * A target of one indicator that is shown on the trend of another, and never judged there.
 *
 * @param of indicator that the document sets it for
 * @param on indicator on whose trend it is shown
 * @param reason which measure it belongs to, and why it is shown there
 */
public record TargetElsewhere(String of, String on, Show show, String reason) {

    /** How it is shown. */
    public enum Show {
        STEP,
        WORDS
    }

    public TargetElsewhere {
        if (of.equals(on) || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "a target of '" + of + "' on '" + on + "' needs two different indicators and a reason");
        }
    }
}
