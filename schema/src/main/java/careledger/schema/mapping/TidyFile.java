package careledger.schema.mapping;

import careledger.schema.observation.ObsStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file in the open data convention of the Department for Education: time and geography in standard columns, filters,
 * then one column per indicator, in any order.
 *
 * @param called headers of standard columns that the file calls otherwise
 * @param constants what standard columns that the file has not would hold in every row
 * @param ignore columns that are not wanted
 */
public record TidyFile(
        TableForm form,
        int line,
        Optional<String> source,
        Context context,
        List<TidyFilter> filters,
        List<TidyFigure> figures,
        Map<String, String> called,
        Map<String, String> constants,
        Set<String> ignore,
        Map<String, ObsStatus> symbols,
        PrintedNumbers printed)
        implements FileMapping {
    /** Standard columns that every file has. */
    public static final List<String> REQUIRED =
            List.of("time_period", "time_identifier", "geographic_level", "country_code", "country_name");

    /** Standard columns that a file may have. */
    public static final List<String> STANDARD =
            List.of("region_code", "region_name", "old_la_code", "new_la_code", "la_name");

    /** What the symbols mean where the mapping does not say otherwise. */
    public static final Map<String, ObsStatus> SYMBOLS = Map.of(
            "c", ObsStatus.CONFIDENTIAL,
            "x", ObsStatus.NOT_AVAILABLE,
            "z", ObsStatus.NOT_APPLICABLE,
            "k", ObsStatus.LOW,
            "low", ObsStatus.LOW,
            "u", ObsStatus.UNRELIABLE);

    public TidyFile {
        filters = List.copyOf(filters);
        figures = List.copyOf(figures);
        called = Map.copyOf(called);
        constants = Map.copyOf(constants);
        ignore = Set.copyOf(ignore);
        symbols = Map.copyOf(symbols);
    }

    /** Headers of the standard columns that the file must have. */
    public List<String> requiredHeaders() {
        return REQUIRED.stream()
                .filter(column -> !constants.containsKey(column))
                .filter(column -> !column.startsWith("country_") || !constants.containsKey("geographic_level"))
                .map(this::header)
                .toList();
    }

    /** Headers of columns by which rows are left out. */
    public List<String> leftOutColumns() {
        return form.leaveOut().stream().map(ExcludedRows::column).toList();
    }

    /** What the file calls a standard column. */
    public String header(String standard) {
        return called.getOrDefault(standard, standard);
    }

    @Override
    public String layout() {
        return "tidy";
    }
}
