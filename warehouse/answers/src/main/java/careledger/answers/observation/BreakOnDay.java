package careledger.answers.observation;

import static careledger.answers.observation.ObservationTable.*;

import careledger.release.servingfile.LineBreaks;
import careledger.schema.observation.ValueKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Whether the line of a figure breaks before it, as it was shown on a day. The serving table holds this for today; what a
 * later document changes must not show in an answer as of an earlier day.
 */
final class BreakOnDay {
    private static final List<String> NOT_MEASURED = Stream.of(ValueKind.values())
            .filter(kind -> !kind.isMeasured())
            .map(ValueKind::name)
            .toList();
    private static final String POINTS = """
        SELECT
            claim_id, series_key, period_kind, segment_id,
            segment_id IN (SELECT segment_id FROM dim_definition WHERE is_primary) AS is_primary,
            period_start, period_end
        FROM observation
        WHERE {0}\
        """;

    private BreakOnDay() {}

    /** @param series holds for every figure of the series that the figures are of; it only makes the search shorter */
    static Field<Boolean> before(LocalDate day, Condition series) {
        Condition shown = FilterSql.headlineOn(day)
                .and(VALUE_KIND.notIn(NOT_MEASURED))
                .and("value is not null")
                .and(series);
        return DSL.field(
                "coalesce((SELECT lines.break_before FROM (" + LineBreaks.of(POINTS)
                        + ") AS lines WHERE lines.claim_id = observation.claim_id), false)",
                SQLDataType.BOOLEAN,
                shown);
    }
}
