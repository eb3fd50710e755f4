package careledger.etl.contradiction;

import careledger.schema.consistency.Relations;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds where a document contradicts itself about one area. */
public final class Contradictions {
    private Contradictions() {}

    /** Notes by claim, for the figures that have any; what was known before is not in them. */
    public static Map<String, String> of(Collection<PrintedFigure> ofOneArea) {
        Relations relations = Relations.builtIn();
        Map<String, Set<String>> notes = new TreeMap<>();
        Map<String, List<PrintedFigure>> bySource = ofOneArea.stream()
                .collect(Collectors.groupingBy(PrintedFigure::source, TreeMap::new, Collectors.toList()));
        Stream.concat(
                        bySource.values().stream().map(Document::new).flatMap(document -> in(document, relations)),
                        SameCount.in(new Document(List.copyOf(ofOneArea))))
                .forEach(doubt -> notes.computeIfAbsent(doubt.figure().claim(), claim -> new LinkedHashSet<>())
                        .add(doubt.note()));
        Map<String, String> joined = new LinkedHashMap<>();
        notes.forEach((claim, said) -> joined.put(claim, String.join("; ", said)));
        return joined;
    }

    private static Stream<Doubt> in(Document document, Relations relations) {
        return Stream.of(
                        TwoValues.in(document),
                        ShareOfBase.in(document, relations),
                        OtherBase.in(document),
                        PartsOfWhole.in(document, relations),
                        ChangeOfLevels.in(document))
                .flatMap(doubts -> doubts);
    }
}
