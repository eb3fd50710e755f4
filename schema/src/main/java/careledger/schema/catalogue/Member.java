package careledger.schema.catalogue;

import java.util.List;

/**
 * One member of a dimension: one thing, however it is printed.
 *
 * @param aliases other printed forms; matching ignores case and runs of spaces
 * @param total stands for the whole dimension, so that a figure with it is not broken down by it
 */
public record Member(String id, String title, List<String> aliases, boolean total) {
    public Member {
        aliases = List.copyOf(aliases);
    }
}
