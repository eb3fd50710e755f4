package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import careledger.etl.contradiction.Contradictions;
import careledger.etl.contradiction.PrintedFigure;
import careledger.schema.catalogue.Authority;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Notes on claims what contradicts them in their own document: claims in, the same claims out. Official statistics are
 * passed by: one system makes them, rounds and withholds by rules of its own, and their parts need not add up.
 */
final class ContradictionStage {
    private static final String NOTE = "quality_note";

    private ContradictionStage() {}

    static Dataset<Row> note(Dataset<Row> claims, Catalogue catalogue) {
        org.apache.spark.sql.Column official = col("authority").equalTo(Authority.OFFICIAL_STATISTICS.name());
        Map<String, Unit> units = new HashMap<>();
        for (Indicator indicator : catalogue.indicators()) {
            units.put(indicator.id(), indicator.unit());
        }
        return claims.where(official)
                .unionByName(claims.where(not(official))
                        .groupByKey((MapFunction<Row, String>) claim -> claim.getAs("area_id"), Encoders.STRING())
                        .flatMapGroups(new Noting(units), Encoders.row(OutcomeRows.CLAIM)));
    }

    private static final class Noting implements FlatMapGroupsFunction<String, Row, Row> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final HashMap<String, Unit> units;

        Noting(Map<String, Unit> units) {
            this.units = new HashMap<>(units);
        }

        @Override
        public Iterator<Row> call(String area, Iterator<Row> claims) {
            List<Row> all = new ArrayList<>();
            claims.forEachRemaining(all::add);
            Map<String, BigDecimal> values = new HashMap<>();
            all.forEach(claim -> values.put(claim.getAs("claim_id"), claim.getAs("value")));
            Map<String, String> notes = Contradictions.of(all.stream()
                    .flatMap(claim -> printed(claim, values).stream())
                    .toList());
            return all.stream()
                    .map(claim -> noted(claim, notes.get(claim.<String>getAs("claim_id"))))
                    .iterator();
        }

        private Optional<PrintedFigure> printed(Row claim, Map<String, BigDecimal> values) {
            BigDecimal value = claim.getAs("value");
            Unit unit = Objects.requireNonNull(units.get(claim.<String>getAs("indicator_id")));
            Optional<BigDecimal> numerator = Optional.ofNullable(claim.getAs("numerator"));
            Optional<BigDecimal> sibling = unit == Unit.PERCENT
                    ? Optional.ofNullable(claim.<String>getAs("sibling_id")).map(values::get)
                    : Optional.empty();
            return value == null
                    ? Optional.empty()
                    : Optional.of(new PrintedFigure(
                            claim.getAs("claim_id"),
                            claim.getAs("source_id"),
                            claim.<Date>getAs("known_from").toLocalDate(),
                            claim.getAs("indicator_id"),
                            unit,
                            claim.getAs("definition_id"),
                            TimePeriod.parse(claim.getAs("period_id")),
                            claim.getAs("breakdown_id"),
                            ValueKind.valueOf(claim.<String>getAs("value_kind")),
                            value.setScale(claim.<Integer>getAs("value_decimals"), RoundingMode.UNNECESSARY),
                            numerator.or(() -> sibling),
                            Optional.ofNullable(claim.getAs("denominator")),
                            Optional.ofNullable(claim.getAs("qualifier")),
                            claim.getAs("file"),
                            claim.getAs("line"),
                            claim.getAs("locator")));
        }

        private static Row noted(Row claim, @Nullable String note) {
            if (note == null) {
                return claim;
            }
            int at = OutcomeRows.CLAIM.fieldIndex(NOTE);
            List<@Nullable Object> values = new ArrayList<>(claim.size());
            for (int i = 0; i < claim.size(); i++) {
                values.add(claim.get(i));
            }
            String known = claim.getAs(NOTE);
            values.set(at, known == null ? note : known + "; " + note);
            return RowFactory.create(values.toArray());
        }
    }
}
