package careledger.schema.scorecard;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Indicator;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of a scorecard: no id that leads nowhere, no row or section twice. */
final class ScorecardCheck {
    private ScorecardCheck() {}

    static void row(String indicator, Map<String, String> breakdown, Catalogue catalogue, YamlMap map) {
        indicator("indicator", indicator, catalogue, map);
        breakdown.forEach((dimension, member) -> {
            boolean known = catalogue.dimension(dimension).stream()
                    .flatMap(one -> one.members().stream())
                    .anyMatch(one -> one.id().equals(member));
            if (!known) {
                map.problem("breakdown", "There is no member '" + dimension + "=" + member + "' in the catalogue.");
            }
        });
    }

    static void check(Scorecard card, Catalogue catalogue, YamlMap root) {
        if (card.replay().isPresent() == card.annual().isPresent()) {
            root.problem("id", "A scorecard has either 'replays' or 'annual'.");
        }
        area("neighbours", card.neighbours(), catalogue, root);
        area("country", card.country(), catalogue, root);
        card.replay().ifPresent(replay -> {
            YamlMap map = root.map("replays");
            indicator("measures", replay.measures(), catalogue, map);
            indicator("benchmarked", replay.benchmarked(), catalogue, map);
        });
        Set<String> titles = new HashSet<>();
        Set<List<String>> rows = new HashSet<>();
        for (ScorecardSection section : card.sections()) {
            if (!titles.add(section.title())) {
                root.problem("sections", "The section '" + section.title() + "' is there twice.");
            }
            for (ScorecardRow row : section.rows()) {
                if (!rows.add(List.of(row.indicator(), row.breakdown()))) {
                    root.problem(
                            "sections", "The row " + row.indicator() + " (" + row.breakdown() + ") is there twice.");
                }
            }
        }
        if (rows.isEmpty()) {
            root.problem("sections", "A scorecard needs at least one row.");
        }
    }

    static void indicator(String key, String id, Catalogue catalogue, YamlMap map) {
        if (catalogue.indicator(id).isEmpty()) {
            List<String> known =
                    catalogue.indicators().stream().map(Indicator::id).toList();
            map.problem(key, "There is no indicator '" + id + "' in the catalogue." + Nearest.sentence(id, known));
        }
    }

    private static void area(String key, String id, Catalogue catalogue, YamlMap map) {
        if (catalogue.areas().stream().noneMatch(area -> area.id().equals(id))) {
            map.problem(
                    key,
                    "There is no area '" + id + "' in the catalogue." + Nearest.sentence(id, catalogue.areaNames()));
        }
    }
}
