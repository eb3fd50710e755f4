package careledger.schema.catalogue;

import java.util.List;

/** A way of breaking a figure down, with its members in reading order. */
public record Dimension(String id, String title, List<Member> members) {
    public Dimension {
        members = List.copyOf(members);
    }
}
