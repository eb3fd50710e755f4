package careledger.answers.observation;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.schema.catalogue.IdKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows with one of these members in the dimension. */
public record MemberFilter(String dimension, List<String> members) {
    /** A member may be named with its dimension, {@code sex=female}, as its id has it, or without. */
    public MemberFilter {
        String prefix = dimension + "=";
        members = members.stream()
                .map(member -> member.startsWith(prefix) ? member.substring(prefix.length()) : member)
                .toList();
    }

    /** With the ids under which a release knows the dimension and its members. */
    public MemberFilter known(ReleaseCatalogue catalogue) {
        String now = catalogue.known(IdKind.DIMENSION, dimension);
        return new MemberFilter(
                now,
                members.stream()
                        .map(member -> catalogue.known(IdKind.MEMBER, now + "=" + member))
                        .toList());
    }

    /**
     * The same filters in the one form in which they are compared and searched: by dimension, each dimension once with the
     * members that all its filters allow. Where they allow none together, no figure matches, and each filter is kept so
     * that the answer can repeat what was asked.
     */
    public static List<MemberFilter> canonical(List<MemberFilter> filters) {
        Map<String, List<TreeSet<String>>> byDimension = new TreeMap<>();
        for (MemberFilter filter : filters) {
            byDimension
                    .computeIfAbsent(filter.dimension, any -> new ArrayList<>())
                    .add(new TreeSet<>(filter.members));
        }
        List<MemberFilter> canonical = new ArrayList<>();
        byDimension.forEach((dimension, wanted) -> {
            TreeSet<String> common = new TreeSet<>(wanted.get(0));
            wanted.forEach(common::retainAll);
            List<TreeSet<String>> kept = common.isEmpty() ? wanted : List.of(common);
            kept.stream()
                    .map(List::copyOf)
                    .distinct()
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .forEach(members -> canonical.add(new MemberFilter(dimension, members)));
        });
        return List.copyOf(canonical);
    }
}
