package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import careledger.etl.headline.Candidate;
import careledger.etl.headline.Decision;
import careledger.etl.headline.HeadlineDecider;
import careledger.schema.catalogue.Authority;
import careledger.schema.observation.ValueKind;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Decides the headlines of claims that compete. A claim that no other competes with is left out: it is the headline since
 * it became known, as {@link HeadlineDecider} says too, and that is most claims.
 */
final class HeadlineStage {
    /** The claim of a decision. */
    static final String CLAIM = "decided_claim";

    private static final StructType DECISION = new StructType()
            .add(CLAIM, DataTypes.StringType, false)
            .add("headline_from", DataTypes.DateType, true)
            .add("headline_to", DataTypes.DateType, true)
            .add("corroborated_by", DataTypes.IntegerType, false)
            .add("conflicts_with", DataTypes.StringType, true)
            .add("outranked_by", DataTypes.StringType, true)
            .add("outranked_rule", DataTypes.StringType, true);

    private static final StructType CONTEST = new StructType()
            .add("indicator_id", DataTypes.StringType, false)
            .add("area_id", DataTypes.StringType, false)
            .add("period_id", DataTypes.StringType, false)
            .add("breakdown_id", DataTypes.StringType, false)
            .add("contest", DataTypes.StringType, false);

    /** What a decision follows from, and the group at its end. */
    private static final StructType CANDIDATE = candidate(
            "claim_id",
            "definition_id",
            "is_primary",
            "value_kind",
            "value",
            "value_decimals",
            "known_from",
            "authority",
            "qualifier",
            "tabular",
            "source_id",
            "supersedes");

    private HeadlineStage() {}

    /** Claims of one group compete for one headline: what was measured, what was aimed at and what was forecast apart. */
    static Dataset<Row> decide(Dataset<Row> claims) {
        Column contest = when(OutcomeRows.measured(), "MEASURED").otherwise(col("value_kind"));
        Column[] group = Stream.of(CONTEST.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
        Column[] needed =
                Stream.of(CANDIDATE.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
        return Crowded.of(claims.withColumn("contest", contest).select(needed), group)
                .groupBy(group)
                .as(Encoders.row(CONTEST), Encoders.row(CANDIDATE))
                .flatMapGroups(new Decide(), Encoders.row(DECISION));
    }

    private static StructType candidate(String... names) {
        return new StructType(Stream.concat(
                        Arrays.stream(names).map(name -> OutcomeRows.CLAIM.apply(name)),
                        Arrays.stream(CONTEST.fields()))
                .toArray(StructField[]::new));
    }

    /** Columns are found by their place: a search by name for each of them takes longer than all of the deciding. */
    private static final class Decide implements FlatMapGroupsFunction<Row, Row, Row> {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final int CLAIM_ID = CANDIDATE.fieldIndex("claim_id");
        private static final int DEFINITION = CANDIDATE.fieldIndex("definition_id");
        private static final int PRIMARY = CANDIDATE.fieldIndex("is_primary");
        private static final int VALUE_KIND = CANDIDATE.fieldIndex("value_kind");
        private static final int VALUE = CANDIDATE.fieldIndex("value");
        private static final int DECIMALS = CANDIDATE.fieldIndex("value_decimals");
        private static final int KNOWN_FROM = CANDIDATE.fieldIndex("known_from");
        private static final int AUTHORITY = CANDIDATE.fieldIndex("authority");
        private static final int QUALIFIER = CANDIDATE.fieldIndex("qualifier");
        private static final int TABULAR = CANDIDATE.fieldIndex("tabular");
        private static final int SOURCE = CANDIDATE.fieldIndex("source_id");
        private static final int SUPERSEDES = CANDIDATE.fieldIndex("supersedes");

        @Override
        public Iterator<Row> call(Row contest, Iterator<Row> claims) {
            List<Candidate> candidates = new ArrayList<>();
            claims.forEachRemaining(claim -> candidates.add(candidate(claim)));
            return HeadlineDecider.decide(candidates).stream().map(Decide::row).iterator();
        }

        private static Candidate candidate(Row claim) {
            Optional<BigDecimal> value = Optional.ofNullable(claim.getDecimal(VALUE))
                    .map(stored -> stored.setScale(claim.getInt(DECIMALS), RoundingMode.UNNECESSARY));
            return new Candidate(
                    claim.getString(CLAIM_ID),
                    claim.getString(DEFINITION),
                    claim.getBoolean(PRIMARY),
                    ValueKind.valueOf(claim.getString(VALUE_KIND)),
                    value,
                    claim.getDate(KNOWN_FROM).toLocalDate(),
                    Authority.valueOf(claim.getString(AUTHORITY)),
                    claim.isNullAt(QUALIFIER),
                    claim.getBoolean(TABULAR),
                    claim.getString(SOURCE),
                    Set.copyOf(claim.getList(SUPERSEDES)));
        }

        private static Row row(Decision decision) {
            return RowFactory.create(
                    decision.claim(),
                    decision.headlineFrom().map(Date::valueOf).orElse(null),
                    decision.headlineTo().map(Date::valueOf).orElse(null),
                    decision.corroboratedBy(),
                    decision.conflictsWith().orElse(null),
                    decision.outrankedBy().orElse(null),
                    decision.rule().map(Enum::name).orElse(null));
        }
    }
}
