package careledger.answers.catalogue;

/**
 * A member of a dimension.
 *
 * @param key what filters and figures hold; unique within the dimension
 * @param order reading order within the dimension, from 1
 */
public record MemberEntry(String dimension, String key, String title, int order) {
    /** Unique in the catalogue. */
    public String id() {
        return dimension + "=" + key;
    }
}
