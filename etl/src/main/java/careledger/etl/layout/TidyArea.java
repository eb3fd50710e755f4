package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The area of a row in the open data convention: the level says which code counts. */
final class TidyArea {
    private static final String LEVEL = "geographic_level";

    private final CatalogueLookup words;
    private final List<RejectionReason> refusals;

    TidyArea(CatalogueLookup words, List<RejectionReason> refusals) {
        this.words = words;
        this.refusals = refusals;
    }

    /** @param text the row's text in a column, empty where the file has no such column */
    Optional<String> area(Function<String, Optional<String>> text) {
        String level = text.apply(LEVEL).orElse("");
        String key = level.strip().toLowerCase(Locale.ROOT);
        if (key.equals("national")) {
            return byCode(text, "country_code", "country_name");
        } else if (key.equals("regional")) {
            return byCode(text, "region_code", "region_name");
        } else if (key.startsWith("local authority")) {
            return byCode(text, "new_la_code", "la_name");
        }
        refusals.add(RejectionReason.of(
                LEVEL,
                level,
                Rule.CODE_UNKNOWN,
                "Found '" + level + "', expected National, Regional or Local authority."));
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
