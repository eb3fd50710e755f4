package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import careledger.etl.headline.Candidate;
import careledger.etl.headline.Decision;
import careledger.etl.headline.HeadlineDecider;
import careledger.schema.catalogue.Authority;
import careledger.schema.observation.ValueKind;
import careledger.schema.star.StarSchema;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Decides headlines: claims in, rows of fact_observation out, one for one. */
final class HeadlineStage {
    private static final StructType FACT = StarTypes.of(StarSchema.FACT_OBSERVATION);
    private static final StructType CONTEST = new StructType()
            .add("indicator_id", DataTypes.StringType, false)
            .add("area_id", DataTypes.StringType, false)
            .add("period_id", DataTypes.StringType, false)
            .add("breakdown_id", DataTypes.StringType, false)
            .add("contest", DataTypes.StringType, false);

    private HeadlineStage() {}

    /** Claims of one group compete for one headline: what was measured, what was aimed at and what was forecast apart. */
    static Dataset<Row> decide(Dataset<Row> claims) {
        Column contest = when(OutcomeRows.measured(), "MEASURED").otherwise(col("value_kind"));
        return claims.groupBy(
                        col("indicator_id"),
                        col("area_id"),
                        col("period_id"),
                        col("breakdown_id"),
                        contest.as("contest"))
                .as(Encoders.row(CONTEST), Encoders.row(OutcomeRows.CLAIM))
                .flatMapGroups(new Decide(), Encoders.row(FACT));
    }

    /** Columns are found by their place: a search by name for each of them takes longer than all of the deciding. */
    private static final class Decide implements FlatMapGroupsFunction<Row, Row, Row> {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final int CLAIM_ID = claimed("claim_id");
        private static final int DEFINITION = claimed("definition_id");
        private static final int PRIMARY = claimed("is_primary");
        private static final int VALUE_KIND = claimed("value_kind");
        private static final int VALUE = claimed("value");
        private static final int DECIMALS = claimed("value_decimals");
        private static final int KNOWN_FROM = claimed("known_from");
        private static final int AUTHORITY = claimed("authority");
        private static final int QUALIFIER = claimed("qualifier");
        private static final int TABULAR = claimed("tabular");
        private static final int SOURCE = claimed("source_id");
        private static final int SUPERSEDES = claimed("supersedes");
        private static final int HEADLINE_FROM = FACT.fieldIndex("headline_from");
        private static final int HEADLINE_TO = FACT.fieldIndex("headline_to");
        private static final int CORROBORATED_BY = FACT.fieldIndex("corroborated_by");
        private static final int CONFLICTS_WITH = FACT.fieldIndex("conflicts_with");
        private static final int OUTRANKED_BY = FACT.fieldIndex("outranked_by");
        private static final int OUTRANKED_RULE = FACT.fieldIndex("outranked_rule");

        /** Of each column of a fact that is known before, its place in a claim; -1 for one that is decided. */
        private static final int[] KNOWN = Arrays.stream(FACT.fieldNames())
                .mapToInt(name -> Arrays.asList(OutcomeRows.CLAIM.fieldNames()).indexOf(name))
                .toArray();

        private static int claimed(String column) {
            return OutcomeRows.CLAIM.fieldIndex(column);
        }

        @Override
        public Iterator<Row> call(Row contest, Iterator<Row> claims) {
            Map<String, Row> byId = new LinkedHashMap<>();
            claims.forEachRemaining(claim -> byId.put(claim.getString(CLAIM_ID), claim));
            List<Candidate> candidates =
                    byId.values().stream().map(Decide::candidate).toList();
            return HeadlineDecider.decide(candidates).stream()
                    .map(decision -> fact(byId.get(decision.claim()), decision))
                    .iterator();
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

        private static Row fact(@Nullable Row claim, Decision decision) {
            if (claim == null) {
                throw new IllegalStateException("A decision was made of a claim that was not asked about.");
            }
            @Nullable Object[] values = new Object[KNOWN.length];
            for (int i = 0; i < KNOWN.length; i++) {
                values[i] = KNOWN[i] < 0 ? null : claim.get(KNOWN[i]);
            }
            values[HEADLINE_FROM] = decision.headlineFrom().map(Date::valueOf).orElse(null);
            values[HEADLINE_TO] = decision.headlineTo().map(Date::valueOf).orElse(null);
            values[CORROBORATED_BY] = decision.corroboratedBy();
            values[CONFLICTS_WITH] = decision.conflictsWith().orElse(null);
            values[OUTRANKED_BY] = decision.outrankedBy().orElse(null);
            values[OUTRANKED_RULE] = decision.rule().map(Enum::name).orElse(null);
            return RowFactory.create(values);
        }
    }
}
