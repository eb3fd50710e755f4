package careledger.warehouse.question.catalogue;

import java.util.List;

/** A breakdown dimension of a release, its members in reading order. */
public record DimensionEntry(String id, String title, List<MemberEntry> members) {
    public DimensionEntry {
        members = List.copyOf(members);
    }
}
