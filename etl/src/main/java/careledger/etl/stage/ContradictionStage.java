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
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Notes on claims what contradicts them in their own document: claims in, the same claims out. Official statistics are
 * passed by: one system makes them, rounds and withholds by rules of its own, and their parts need not add up.
 */
final class ContradictionStage {
    /** Columns of the notes. */
    static final String CLAIM = "contradicted_claim";

    static final String NOTE = "contradiction";

    private static final StructType NOTES =
            new StructType().add(CLAIM, DataTypes.StringType, false).add(NOTE, DataTypes.StringType, false);

    private ContradictionStage() {}

    /** One note for each claim that its document contradicts. */
    static Dataset<Row> notes(Dataset<Row> claims, Catalogue catalogue) {
        Map<String, Unit> units = new HashMap<>();
        for (Indicator indicator : catalogue.indicators()) {
            units.put(indicator.id(), indicator.unit());
        }
        return claims.where(not(col("authority").equalTo(Authority.OFFICIAL_STATISTICS.name())))
                .groupByKey((MapFunction<Row, String>) claim -> claim.getAs("area_id"), Encoders.STRING())
                .flatMapGroups(new Noting(units), Encoders.row(NOTES));
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
            return Contradictions.of(all.stream()
                            .flatMap(claim -> printed(claim, values).stream())
                            .toList())
                    .entrySet()
                    .stream()
                    .map(note -> RowFactory.create(note.getKey(), note.getValue()))
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
    }
}
