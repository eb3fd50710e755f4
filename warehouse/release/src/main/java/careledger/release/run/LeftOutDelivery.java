package careledger.release.run;

/**
 * A delivery that a run did not load as it lies there, or a file in one that no mapping names.
 *
 * @param delivery name of its folder, or path of the file below the extracts root
 * @param reason what is wrong with it
 * @param earlierStays whether an earlier state of it was loaded in its place, so that its figures stay
 */
public record LeftOutDelivery(String delivery, String reason, boolean earlierStays) {
    public String describe() {
        return (delivery.contains("/") ? "The file '" : "The delivery '") + delivery + "' is left out: " + reason
                + (earlierStays ? " The figures that were loaded from it before stay." : "");
    }
}
