package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The area of a row in the open data convention: the level says which code counts. */
final class TidyArea {
    private static final String LEVEL = "geographic_level";

    private static final Set<String> NATIONAL = Set.of("national", "country", "england");
    private static final Set<String> REGIONAL = Set.of("regional", "region");
    private static final Set<String> LOCAL =
            Set.of("la", "council", "county", "unitary", "unitary authority", "counties & uas", "upper tier");

    private final CatalogueLookup words;
    private final Map<String, String> levels;
    private final List<RejectionReason> refusals;

    /** @param levels standard levels by what the file calls them, in small letters */
    TidyArea(CatalogueLookup words, Map<String, String> levels, List<RejectionReason> refusals) {
        this.words = words;
        this.levels = levels;
        this.refusals = refusals;
    }

    /** @param text the row's text in a column, empty where the file has no such column */
    Optional<String> area(Function<String, Optional<String>> text) {
        String level = text.apply(LEVEL).orElse("");
        String lower = level.strip().toLowerCase(Locale.ROOT);
        String key = levels.getOrDefault(lower, lower).toLowerCase(Locale.ROOT);
        if (NATIONAL.contains(key)) {
            return byCode(text, "country_code", "country_name");
        } else if (REGIONAL.contains(key)) {
            return byCode(text, "region_code", "region_name");
        } else if (key.startsWith("local authority") || LOCAL.contains(key)) {
            return byCode(text, "new_la_code", "la_name");
        }
        refusals.add(RejectionReason.of(
                LEVEL,
                level,
                Rule.CODE_UNKNOWN,
                "Found '" + level + "', expected National, Regional or Local authority. Say what it is with 'levels: {"
                        + level + ": Local authority}', or leave its rows out with 'leaveOut'."));
        return Optional.empty();
    }

    private Optional<String> byCode(Function<String, Optional<String>> text, String codeColumn, String nameColumn) {
        Optional<String> code = text.apply(codeColumn);
        Optional<String> name = text.apply(nameColumn).filter(printed -> !printed.isBlank());
        if (code.filter(printed -> !printed.isBlank()).isEmpty() && name.isPresent()) {
            return words.area(nameColumn, name.get());
        }
        if (code.isEmpty() || code.get().isBlank()) {
            refusals.add(RejectionReason.of(
                    codeColumn,
                    "",
                    Rule.AREA_UNKNOWN,
                    "Found neither a code nor a name, and rows of this geographic level need one of them."));
            return Optional.empty();
        }
        return words.areaByCode(codeColumn, code.get(), name.orElse(""));
    }
}
