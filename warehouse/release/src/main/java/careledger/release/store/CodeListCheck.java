package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Authority;
import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Timing;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.Rag;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.schema.problem.Rule;
import careledger.schema.star.HeadlineRule;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A column that holds codes from a closed list. */
record CodeListCheck(Table table, String column, List<String> codes) {
    static final List<CodeListCheck> ALL = List.of(
            of(StarSchema.FACT_OBSERVATION, "value_kind", ValueKind.values()),
            of(StarSchema.FACT_OBSERVATION, "status", ObsStatus.values()),
            of(StarSchema.FACT_OBSERVATION, "rag", Rag.values()),
            of(StarSchema.FACT_OBSERVATION, "outranked_rule", HeadlineRule.values()),
            of(StarSchema.DIM_INDICATOR, "unit", Unit.values()),
            of(StarSchema.DIM_INDICATOR, "polarity", Polarity.values()),
            of(StarSchema.DIM_INDICATOR, "measure_kind", MeasureKind.values()),
            of(StarSchema.DIM_INDICATOR, "timing", Timing.values()),
            of(StarSchema.DIM_AREA, "kind", AreaKind.values()),
            of(StarSchema.DIM_PERIOD, "kind", PeriodKind.values()),
            of(StarSchema.DIM_SOURCE, "authority", Authority.values()),
            new CodeListCheck(
                    StarSchema.FACT_REJECTION,
                    "rule",
                    Arrays.stream(Rule.values()).map(Rule::id).toList()));

    /** Codes that are not on the list, in words. */
    List<String> problems(Connection connection) throws SQLException {
        String allowed = codes.stream().map(Jdbc::literal).collect(Collectors.joining(", "));
        String sql = "SELECT " + column + ", count(*) FROM " + table.name() + " WHERE " + column + " NOT IN (" + allowed
                + ") GROUP BY 1 ORDER BY 1";
        return Jdbc.list(
                connection,
                sql,
                row -> table.name() + "." + column + " says '" + row.getString(1) + "' in " + row.getLong(2)
                        + " rows; it may say " + String.join(", ", codes) + ".");
    }

    private static CodeListCheck of(Table table, String column, Enum<?>[] codes) {
        return new CodeListCheck(
                table, column, Arrays.stream(codes).map(Enum::name).toList());
    }
}
