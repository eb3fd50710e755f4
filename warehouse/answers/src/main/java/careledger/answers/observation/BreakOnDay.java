package careledger.answers.observation;

import static careledger.answers.observation.ObservationTable.*;

import careledger.schema.observation.ValueKind;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Whether a figure is not comparable with the one before it in its series, both as they were shown on a day. The serving
 * table holds this for today; what a later document changes must not show in an answer as of an earlier day.
 */
final class BreakOnDay {
    private static final List<String> NOT_MEASURED = List.of(ValueKind.TARGET.name(), ValueKind.FORECAST.name());

    private BreakOnDay() {}

    /** @param series holds of every figure of the series that the figures are of; it only makes the search shorter */
    static Field<Boolean> before(LocalDate day, Condition series) {
        Table<?> earlier = DSL.select(
                        SERIES_KEY.as("earlier_series"),
                        SEGMENT_ID.as("earlier_segment"),
                        PERIOD_END.as("earlier_end"),
                        PERIOD_START.as("earlier_start"),
                        CLAIM_ID.as("earlier_claim"))
                .from(OBSERVATION)
                .where(shown(day).and(series))
                .asTable("earlier");
        Field<String> before = DSL.field(DSL.select(
                        DSL.field("max_by(earlier_segment, (earlier_end, earlier_start, earlier_claim))", String.class))
                .from(earlier)
                .where("earlier_series = series_key and (earlier_end, earlier_start, earlier_claim)"
                        + " < (period_end, period_start, claim_id)"));
        return DSL.coalesce(DSL.field(shown(day).and(SEGMENT_ID.ne(before))), DSL.inline(false));
    }

    private static Condition shown(LocalDate day) {
        return FilterSql.headlineOn(day).and(VALUE_KIND.notIn(NOT_MEASURED));
    }
}
