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
 * @param levels standard geographic levels by what the file calls them
 * @param reportingYear what a reporting year is, where it is not the financial year
 * @param measureColumn whose words give the indicator of a row's figure
 * @param beside words that are kept beside every figure
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
        PrintedNumbers printed,
        Map<String, String> levels,
        Optional<YearKind> reportingYear,
        Optional<String> measureColumn,
        BesideColumns beside)
        implements FileMapping {
    /** Standard columns that every file of the Department has; those of the country may be missing. */
    public static final List<String> REQUIRED =
            List.of("time_period", "time_identifier", "geographic_level", "country_code", "country_name");

    /** Standard columns that a file may have. */
    public static final List<String> STANDARD =
            List.of("region_code", "region_name", "old_la_code", "new_la_code", "la_name");

    /** Geographic levels of which rows can be. */
    public static final List<String> LEVELS = List.of("National", "Regional", "Local authority");

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
        levels = Map.copyOf(levels);
    }

    /** Headers of the standard columns that the file must have. */
    public List<String> requiredHeaders() {
        return REQUIRED.stream()
                .filter(column -> !column.startsWith("country_"))
                .filter(column -> !constants.containsKey(column))
                .filter(column -> !said(column))
                .map(this::header)
                .toList();
    }

    /** Whether the mapping says for every row what a standard column would. */
    public boolean said(String standard) {
        return standard.startsWith("time_")
                ? context.period().isPresent()
                : context.area().isPresent();
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
