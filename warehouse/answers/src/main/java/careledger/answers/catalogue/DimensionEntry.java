package careledger.answers.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A breakdown dimension of a release, its members in reading order. */
public record DimensionEntry(String id, String title, List<MemberEntry> members) {
    /** Where another dimension has a member of the same title, the title of a member names its dimension. */
    static List<DimensionEntry> withoutAmbiguousTitles(List<DimensionEntry> dimensions) {
        Map<String, Long> dimensionsWithTitle = dimensions.stream()
                .flatMap(dimension ->
                        dimension.members().stream().map(MemberEntry::title).distinct())
                .collect(Collectors.groupingBy(title -> title, Collectors.counting()));
        return dimensions.stream()
                .map(dimension -> new DimensionEntry(
                        dimension.id(),
                        dimension.title(),
                        dimension.members().stream()
                                .map(member -> dimensionsWithTitle.getOrDefault(member.title(), 1L) > 1
                                        ? new MemberEntry(
                                                member.dimension(),
                                                member.key(),
                                                member.title() + " (" + dimension.title() + ")",
                                                member.order())
                                        : member)
                                .toList()))
                .toList();
    }

    public DimensionEntry {
        members = List.copyOf(members);
    }

    public Optional<MemberEntry> member(String key) {
        return members.stream().filter(member -> member.key().equals(key)).findFirst();
    }
}
