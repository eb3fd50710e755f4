package careledger.answers.trend;

import careledger.answers.catalogue.MemberEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.observation.MemberFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three ways to ask for a breakdown, as one list of members. */
public final class BreakdownArguments {
    private BreakdownArguments() {}

    /**
     * Unknown dimensions and members are kept, so that the check of the query reports them.
     *
     * @param by dimensions of which all members are wanted
     * @param ids breakdowns such as "sex=female;age_group=aged_0_4"
     */
    public static List<MemberFilter> of(
            List<MemberFilter> breakdown, List<String> by, List<String> ids, ReleaseCatalogue catalogue) {
        List<MemberFilter> all = new ArrayList<>(breakdown);
        for (String dimension : by) {
            all.add(new MemberFilter(
                    dimension,
                    catalogue
                            .dimension(dimension)
                            .map(known -> known.members().stream()
                                    .map(MemberEntry::id)
                                    .toList())
                            .orElse(List.of(""))));
        }
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (String id : ids) {
            for (String pair : id.split(";", -1)) {
                String[] parts = pair.split("=", 2);
                members.computeIfAbsent(parts[0].strip(), key -> new ArrayList<>())
                        .add(parts.length == 2 ? parts[1].strip() : "");
            }
        }
        members.forEach((dimension, wanted) -> all.add(new MemberFilter(dimension, wanted)));
        return all;
    }
}
