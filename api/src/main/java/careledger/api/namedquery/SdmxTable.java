package careledger.api.namedquery;

import careledger.api.namedquery.NamedQueryController.Version;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Figures as <a href="https://github.com/sdmx-twg/sdmx-csv">SDMX-CSV 2.0</a>: the dataflow, the action, then dimensions,
 * the measure and attributes. Ids of SDMX hold letters, digits, '_', '-', '@' and '$' only: '=' and '/' are written '@',
 * and ';' is written '$'.
 */
final class SdmxTable {
    private static final String FLOW = "CARELEDGER:OBSERVATIONS(1.0)";
    private static final String TOTAL = "_T";

    private static final List<TableColumn> COLUMNS = List.of(
            text("STRUCTURE"),
            text("STRUCTURE_ID"),
            text("ACTION"),
            text("INDICATOR"),
            text("REF_AREA"),
            text("BREAKDOWN"),
            text("VALUE_KIND"),
            text("DEFINITION"),
            text("PERIOD_KIND"),
            text("TIME_PERIOD"),
            new TableColumn("OBS_VALUE", "Float", true),
            text("OBS_STATUS"),
            text("UNIT_MEASURE"),
            text("SEGMENT"),
            text("SOURCE"),
            new TableColumn("PUBLISHED_ON", "Date", false),
            new TableColumn("COMMENT_OBS", "String", true),
            text("CLAIM"),
            new TableColumn("DATA_VERSION", "String", true));

    private final Map<String, Integer> places = new HashMap<>();
    private final Optional<String> release;

    /** @param columns of the query */
    SdmxTable(List<TableColumn> columns, Optional<Version> version) {
        for (int place = 0; place < columns.size(); place++) {
            places.put(columns.get(place).name(), place);
        }
        this.release = version.map(Version::release);
    }

    /** Whether a query answers figures. */
    static boolean isOf(NamedQuery query) {
        return query.name().equals("observations");
    }

    List<TableColumn> columns() {
        return COLUMNS;
    }

    @Nullable
    Object[] row(@Nullable Object[] figure) {
        String breakdown = said(figure, "breakdown");
        return new @Nullable Object[] {
            "dataflow",
            FLOW,
            "I",
            id(said(figure, "indicator")),
            id(said(figure, "area")),
            breakdown.equals("total") ? TOTAL : id(breakdown),
            said(figure, "valueKind"),
            id(said(figure, "definition")),
            said(figure, "periodKind"),
            time(
                    said(figure, "periodKind"),
                    LocalDate.parse(said(figure, "periodStart")),
                    LocalDate.parse(said(figure, "periodEnd"))),
            cell(figure, "value"),
            status(said(figure, "status"), said(figure, "valueKind")),
            said(figure, "unit"),
            id(said(figure, "segment")),
            id(said(figure, "source")),
            cell(figure, "publishedOn"),
            cell(figure, "caveat"),
            said(figure, "claim"),
            release.orElse(null)
        };
    }

    /** As SDMX writes it: a day, a month, a calendar year, or the first day and how long. */
    static String time(String kind, LocalDate start, LocalDate end) {
        return switch (kind) {
            case "SNAPSHOT" -> end.toString();
            case "MONTH" -> YearMonth.from(start).toString();
            case "CALENDAR_YEAR" -> Integer.toString(start.getYear());
            default -> start + "/" + length(start, end.plusDays(1));
        };
    }

    private static String length(LocalDate start, LocalDate after) {
        Period period = Period.between(start, after);
        boolean whole = start.plusMonths(period.toTotalMonths()).equals(after);
        return whole ? period.toString() : "P" + ChronoUnit.DAYS.between(start, after) + "D";
    }

    /** By the code list CL_OBS_STATUS of SDMX. */
    static String status(String status, String valueKind) {
        return switch (status) {
            case "CONFIDENTIAL" -> "Q";
            case "LOW" -> "N";
            case "UNRELIABLE" -> "U";
            case "NOT_AVAILABLE" -> "O";
            case "NOT_APPLICABLE" -> "M";
            default ->
                switch (valueKind) {
                    case "PROVISIONAL" -> "P";
                    case "FORECAST" -> "F";
                    default -> "A";
                };
        };
    }

    private static String id(String id) {
        return id.replace('=', '@').replace('/', '@').replace(';', '$');
    }

    private String said(@Nullable Object[] figure, String column) {
        return Objects.requireNonNull(cell(figure, column), column).toString();
    }

    private @Nullable Object cell(@Nullable Object[] figure, String column) {
        return figure[Objects.requireNonNull(places.get(column), column)];
    }

    private static TableColumn text(String name) {
        return new TableColumn(name, "String", false);
    }
}
