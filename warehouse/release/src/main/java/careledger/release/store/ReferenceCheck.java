package careledger.release.store;

import static careledger.schema.star.StarSchema.BRIDGE_DEFINITION_SOURCE;
import static careledger.schema.star.StarSchema.BRIDGE_NEIGHBOUR;
import static careledger.schema.star.StarSchema.BRIDGE_RELATED_INDICATOR;
import static careledger.schema.star.StarSchema.DIM_AREA;
import static careledger.schema.star.StarSchema.DIM_BREAKDOWN;
import static careledger.schema.star.StarSchema.DIM_DEFINITION;
import static careledger.schema.star.StarSchema.DIM_DIMENSION;
import static careledger.schema.star.StarSchema.DIM_EXTRACT;
import static careledger.schema.star.StarSchema.DIM_INDICATOR;
import static careledger.schema.star.StarSchema.DIM_MEMBER;
import static careledger.schema.star.StarSchema.DIM_PERIOD;
import static careledger.schema.star.StarSchema.DIM_SOURCE;
import static careledger.schema.star.StarSchema.DIM_TOPIC;
import static careledger.schema.star.StarSchema.FACT_OBSERVATION;

import careledger.release.sql.Jdbc;
import careledger.schema.star.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A column whose values are the key of another table's rows; an empty one names nothing. */
record ReferenceCheck(Table table, String column, Table named, String key) {
    static final List<ReferenceCheck> ALL = List.of(
            claim("source_id", DIM_SOURCE, "source_id"),
            claim("extract_id", DIM_EXTRACT, "extract_id"),
            claim("indicator_id", DIM_INDICATOR, "indicator_id"),
            claim("definition_id", DIM_DEFINITION, "definition_id"),
            claim("area_id", DIM_AREA, "area_id"),
            claim("period_id", DIM_PERIOD, "period_id"),
            claim("breakdown_id", DIM_BREAKDOWN, "breakdown_id"),
            claim("sibling_id", FACT_OBSERVATION, "claim_id"),
            claim("conflicts_with", FACT_OBSERVATION, "claim_id"),
            claim("outranked_by", FACT_OBSERVATION, "claim_id"),
            new ReferenceCheck(DIM_INDICATOR, "topic_id", DIM_TOPIC, "topic_id"),
            new ReferenceCheck(DIM_INDICATOR, "sibling_id", DIM_INDICATOR, "indicator_id"),
            new ReferenceCheck(DIM_DEFINITION, "indicator_id", DIM_INDICATOR, "indicator_id"),
            new ReferenceCheck(BRIDGE_DEFINITION_SOURCE, "definition_id", DIM_DEFINITION, "definition_id"),
            new ReferenceCheck(BRIDGE_RELATED_INDICATOR, "indicator_id", DIM_INDICATOR, "indicator_id"),
            new ReferenceCheck(BRIDGE_RELATED_INDICATOR, "related_id", DIM_INDICATOR, "indicator_id"),
            new ReferenceCheck(DIM_AREA, "parent_id", DIM_AREA, "area_id"),
            new ReferenceCheck(BRIDGE_NEIGHBOUR, "area_id", DIM_AREA, "area_id"),
            new ReferenceCheck(BRIDGE_NEIGHBOUR, "neighbour_id", DIM_AREA, "area_id"),
            new ReferenceCheck(BRIDGE_NEIGHBOUR, "source_id", DIM_SOURCE, "source_id"),
            new ReferenceCheck(DIM_MEMBER, "dimension_id", DIM_DIMENSION, "dimension_id"),
            new ReferenceCheck(DIM_BREAKDOWN, "dimension1", DIM_DIMENSION, "dimension_id"),
            new ReferenceCheck(DIM_BREAKDOWN, "dimension2", DIM_DIMENSION, "dimension_id"),
            new ReferenceCheck(DIM_BREAKDOWN, "dimension3", DIM_DIMENSION, "dimension_id"),
            new ReferenceCheck(DIM_EXTRACT, "source_id", DIM_SOURCE, "source_id"));

    /** What is named and not there, in words. */
    List<String> problems(Connection connection) throws SQLException {
        String sql = "SELECT naming." + column + ", count(*) FROM " + table.name() + " AS naming ANTI JOIN "
                + named.name() + " AS named ON named." + key + " = naming." + column + " WHERE naming." + column
                + " IS NOT NULL GROUP BY 1 ORDER BY 1";
        return Jdbc.list(
                connection,
                sql,
                row -> table.name() + "." + column + " names '" + row.getString(1) + "' in " + row.getLong(2)
                        + " rows; " + named.name() + " does not hold it.");
    }

    private static ReferenceCheck claim(String column, Table named, String key) {
        return new ReferenceCheck(FACT_OBSERVATION, column, named, key);
    }
}
