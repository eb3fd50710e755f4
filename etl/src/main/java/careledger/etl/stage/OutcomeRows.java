package careledger.etl.stage;

import careledger.etl.layout.Outcome;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.star.Column;
import careledger.schema.star.ColumnType;
import careledger.schema.star.StarSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Outcomes of reading as rows: one of claim, rejection, neighbour and tally is set in each. */
final class OutcomeRows {
    private static final Set<String> DECIDED_LATER = Set.of(
            "headline_from", "headline_to", "corroborated_by", "conflicts_with", "outranked_by", "outranked_rule");

    /** Columns of fact_observation that are known before headlines are decided, and what deciding needs beside them. */
    static final StructType CLAIM = StarTypes.of(StarSchema.FACT_OBSERVATION.columns().stream()
                    .filter(column -> !DECIDED_LATER.contains(column.name()))
                    .toList())
            .add("column_name", DataTypes.StringType, false)
            .add("authority", DataTypes.StringType, false)
            .add("is_primary", DataTypes.BooleanType, false);

    static final StructType REJECTION = StarTypes.of(StarSchema.FACT_REJECTION);

    static final StructType NEIGHBOUR = StarTypes.of(StarSchema.BRIDGE_NEIGHBOUR);

    static final StructType TALLY = StarTypes.of(List.of(
            new Column("path", ColumnType.TEXT, false, ""),
            new Column("rows_read", ColumnType.INTEGER, false, ""),
            new Column("rows_accepted", ColumnType.INTEGER, false, ""),
            new Column("rows_rejected", ColumnType.INTEGER, false, ""),
            new Column("cells_read", ColumnType.INTEGER, false, ""),
            new Column("cells_accepted", ColumnType.INTEGER, false, ""),
            new Column("cells_rejected", ColumnType.INTEGER, false, ""),
            new Column("claims", ColumnType.INTEGER, false, ""),
            new Column("refused_whole", ColumnType.BOOLEAN, false, "")));

    static final StructType OUTCOME = new StructType()
            .add("claim", CLAIM, true)
            .add("rejection", REJECTION, true)
            .add("neighbour", NEIGHBOUR, true)
            .add("tally", TALLY, true);

    private final Delivery delivery;

    OutcomeRows(Delivery delivery) {
        this.delivery = delivery;
    }

    Row row(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return RowFactory.create(claim(accepted.claim(), accepted.column()), null, null, null);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return RowFactory.create(null, rejection(refused.rejection()), null, null);
        }
        if (outcome instanceof Outcome.Neighbour neighbour) {
            return RowFactory.create(
                    null,
                    null,
                    RowFactory.create(
                            neighbour.model(),
                            neighbour.areaId(),
                            neighbour.neighbourId(),
                            neighbour.rank(),
                            neighbour.sourceId()),
                    null);
        }
        if (outcome instanceof Outcome.Tally tally) {
            return RowFactory.create(
                    null,
                    null,
                    null,
                    RowFactory.create(
                            tally.path(),
                            tally.rowsRead(),
                            tally.rowsAccepted(),
                            tally.rowsRejected(),
                            tally.cellsRead(),
                            tally.cellsAccepted(),
                            tally.cellsRejected(),
                            tally.claims(),
                            tally.refusedWhole()));
        }
        throw new IllegalArgumentException("No row is made of " + outcome);
    }

    static Row rejection(Rejection rejection) {
        return RowFactory.create(
                rejection.file(),
                rejection.line(),
                rejection.column().orElse(null),
                rejection.value().orElse(null),
                rejection.rule().id(),
                rejection.reason(),
                rejection.rule().advice());
    }

    private Row claim(Claim claim, String column) {
        Indicator indicator = delivery.catalogue().indicator(claim.indicator()).orElseThrow();
        Definition definition = indicator.definitions().stream()
                .filter(one -> one.id().equals(claim.definition()))
                .findFirst()
                .orElseThrow();
        SourceMapping source = delivery.sources().stream()
                .filter(one -> one.id().equals(claim.source()))
                .findFirst()
                .orElseThrow();
        List<@Nullable Object> values = new ArrayList<>(CLAIM.size());
        values.add(claim.id());
        values.add(claim.source());
        values.add(claim.file());
        values.add(claim.indicator());
        values.add(claim.definition());
        values.add(Catalogue.segmentOf(indicator, definition));
        values.add(claim.area());
        values.add(claim.period().id());
        values.add(claim.breakdown().id());
        values.add(claim.valueKind().name());
        values.add(claim.status().name());
        values.add(figure(claim.value()));
        values.add(claim.value().map(BigDecimal::scale).orElse(null));
        values.add(figure(claim.numerator()));
        values.add(figure(claim.denominator()));
        values.add(claim.quartile().isPresent() ? claim.quartile().getAsInt() : null);
        values.add(claim.rag().map(Enum::name).orElse(null));
        values.add(claim.direction().orElse(null));
        values.add(claim.band().orElse(null));
        values.add(claim.caveat().orElse(null));
        values.add(claim.printedPeriod().orElse(null));
        values.add(claim.periodNote().orElse(null));
        values.add(claim.qualityNote().orElse(null));
        values.add(claim.locator());
        values.add(claim.sourceText());
        values.add(claim.file());
        values.add(claim.line());
        values.add(claim.tabular());
        values.add(claim.sibling().orElse(null));
        values.add(Date.valueOf(source.publishedOn()));
        values.add(claim.period().reportingYear());
        values.add(column);
        values.add(source.authority().name());
        values.add(definition.primary());
        return RowFactory.create(values.toArray());
    }

    private static @Nullable BigDecimal figure(Optional<BigDecimal> printed) {
        return printed.map(value -> value.setScale(ColumnType.FIGURE_SCALE, RoundingMode.UNNECESSARY))
                .orElse(null);
    }
}
