package careledger.answers.catalogue;

import java.util.List;
import java.util.Optional;

/** A breakdown dimension of a release, its members in reading order. */
public record DimensionEntry(String id, String title, List<MemberEntry> members) {
    public DimensionEntry {
        members = List.copyOf(members);
    }

    public Optional<MemberEntry> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }
}
