package careledger.etl.stage;

import careledger.etl.layout.Outcome;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.observation.Claim;
import careledger.schema.observation.ValueKind;
import careledger.schema.problem.Rejection;
import careledger.schema.star.Column;
import careledger.schema.star.ColumnType;
import careledger.schema.star.ObservationColumn;
import careledger.schema.star.StarSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Outcomes of reading as rows: one of claim, rejection, neighbour and tally is set in each. */
final class OutcomeRows {
    private static final List<ObservationColumn> KNOWN_EARLY = ObservationColumn.ofTable().stream()
            .filter(column -> !column.decided())
            .toList();

    /** Columns of fact_observation that are known before headlines are decided, and what deciding needs beside them. */
    static final StructType CLAIM = StarTypes.of(
                    KNOWN_EARLY.stream().map(ObservationColumn::column).toList())
            .add("column_name", DataTypes.StringType, false)
            .add("authority", DataTypes.StringType, false)
            .add("supersedes", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("is_primary", DataTypes.BooleanType, false);

    static final StructType REJECTION = StarTypes.of(StarSchema.FACT_REJECTION);

    /** Columns of bridge_neighbour, and where the neighbour was read. */
    static final StructType NEIGHBOUR = StarTypes.of(StarSchema.BRIDGE_NEIGHBOUR)
            .add("file", DataTypes.StringType, false)
            .add("line", DataTypes.IntegerType, false);

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

    /** Whether a claim says what was, not what was aimed at or expected. */
    static org.apache.spark.sql.Column measured() {
        return functions
                .col("value_kind")
                .isin(Stream.of(ValueKind.values())
                        .filter(ValueKind::isMeasured)
                        .map(ValueKind::name)
                        .toArray());
    }

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
                            neighbour.sourceId(),
                            neighbour.file(),
                            neighbour.line()),
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
        for (ObservationColumn known : KNOWN_EARLY) {
            values.add(known.note() ? note(known, claim) : cell(known, claim, indicator, definition, source));
        }
        values.add(column);
        values.add(source.authority().name());
        values.add(CollectionConverters.asScala(
                        source.supersedes().stream().sorted().toList())
                .toSeq());
        values.add(definition.primary());
        return RowFactory.create(values.toArray());
    }

    private static @Nullable Object cell(
            ObservationColumn column, Claim claim, Indicator indicator, Definition definition, SourceMapping source) {
        return switch (column) {
            case ID -> claim.id();
            case SOURCE -> claim.source();
            case EXTRACT, FILE -> claim.file();
            case LINE -> claim.line();
            case INDICATOR -> claim.indicator();
            case DEFINITION -> claim.definition();
            case SEGMENT -> Catalogue.segmentOf(indicator, definition);
            case AREA -> claim.area();
            case PERIOD -> claim.period().id();
            case REPORTING_YEAR -> claim.period().reportingYear();
            case BREAKDOWN -> claim.breakdown().id();
            case VALUE_KIND -> claim.valueKind().name();
            case STATUS -> claim.status().name();
            case VALUE -> figure(claim.value());
            case VALUE_DECIMALS -> claim.value().map(BigDecimal::scale).orElse(null);
            case NUMERATOR -> figure(claim.numerator());
            case DENOMINATOR -> figure(claim.denominator());
            case QUARTILE -> claim.quartile().isPresent() ? claim.quartile().getAsInt() : null;
            case RAG -> claim.rag().map(Enum::name).orElse(null);
            case QUALITY_NOTE -> claim.qualityNote().orElse(null);
            case SOURCE_LOCATOR -> claim.locator();
            case SOURCE_TEXT -> claim.sourceText();
            case TABULAR -> claim.tabular();
            case SIBLING -> claim.sibling().orElse(null);
            case KNOWN_FROM -> Date.valueOf(source.publishedOn());
            default -> throw new IllegalStateException("Nothing is written into the column " + column + ".");
        };
    }

    /** A remark is text until it is written in its column's type. */
    private static @Nullable Object note(ObservationColumn column, Claim claim) {
        String text = claim.notes().of(column).orElse(null);
        if (text == null) {
            return null;
        }
        return switch (column.column().type()) {
            case TEXT -> text;
            case INTEGER -> Integer.valueOf(text);
            case FIGURE -> figure(Optional.of(new BigDecimal(text)));
            case BOOLEAN, DATE, TEXTS -> throw new IllegalStateException(column + " cannot be kept as a remark.");
        };
    }

    private static @Nullable BigDecimal figure(Optional<BigDecimal> printed) {
        return printed.map(value -> value.setScale(ColumnType.FIGURE_SCALE, RoundingMode.UNNECESSARY))
                .orElse(null);
    }
}
