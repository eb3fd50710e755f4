package careledger.etl.stage;

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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Decides headlines: claims in, rows of fact_observation out, one for one. */
final class HeadlineStage {
    private static final StructType FACT = StarTypes.of(StarSchema.FACT_OBSERVATION);

    private HeadlineStage() {}

    static Dataset<Row> decide(Dataset<Row> claims) {
        return claims.groupByKey((MapFunction<Row, String>) HeadlineStage::group, Encoders.STRING())
                .flatMapGroups(new Decide(), Encoders.row(FACT));
    }

    /** Claims of one group compete for one headline: what was measured, what was aimed at and what was forecast apart. */
    private static String group(Row claim) {
        ValueKind kind = ValueKind.valueOf(claim.<String>getAs("value_kind"));
        String contest =
                switch (kind) {
                    case ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED -> "MEASURED";
                    case TARGET, FORECAST -> kind.name();
                };
        return String.join(
                "|",
                claim.<String>getAs("indicator_id"),
                claim.<String>getAs("area_id"),
                claim.<String>getAs("period_id"),
                claim.<String>getAs("breakdown_id"),
                contest);
    }

    private static final class Decide implements FlatMapGroupsFunction<String, Row, Row> {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(String group, Iterator<Row> claims) {
            Map<String, Row> byId = new LinkedHashMap<>();
            claims.forEachRemaining(claim -> byId.put(claim.getAs("claim_id"), claim));
            List<Candidate> candidates =
                    byId.values().stream().map(Decide::candidate).toList();
            return HeadlineDecider.decide(candidates).stream()
                    .map(decision -> fact(byId.get(decision.claim()), decision))
                    .iterator();
        }

        private static Candidate candidate(Row claim) {
            BigDecimal value = claim.getAs("value");
            return new Candidate(
                    claim.getAs("claim_id"),
                    claim.getAs("definition_id"),
                    claim.<Boolean>getAs("is_primary"),
                    ValueKind.valueOf(claim.<String>getAs("value_kind")),
                    value == null
                            ? Optional.empty()
                            : Optional.of(
                                    value.setScale(claim.<Integer>getAs("value_decimals"), RoundingMode.UNNECESSARY)),
                    claim.<Date>getAs("known_from").toLocalDate(),
                    Authority.valueOf(claim.<String>getAs("authority")),
                    claim.getAs("qualifier") == null,
                    claim.<Boolean>getAs("tabular"),
                    claim.getAs("source_id"),
                    Set.copyOf(claim.getList(claim.fieldIndex("supersedes"))));
        }

        private static Row fact(@Nullable Row claim, Decision decision) {
            if (claim == null) {
                throw new IllegalStateException("A decision was made of a claim that was not asked about.");
            }
            List<@Nullable Object> values = new ArrayList<>(FACT.size());
            for (String column : FACT.fieldNames()) {
                values.add(
                        switch (column) {
                            case "headline_from" ->
                                decision.headlineFrom().map(Date::valueOf).orElse(null);
                            case "headline_to" ->
                                decision.headlineTo().map(Date::valueOf).orElse(null);
                            case "corroborated_by" -> decision.corroboratedBy();
                            case "conflicts_with" -> decision.conflictsWith().orElse(null);
                            case "outranked_by" -> decision.outrankedBy().orElse(null);
                            case "outranked_rule" ->
                                decision.rule().map(Enum::name).orElse(null);
                            default -> claim.getAs(column);
                        });
            }
            return RowFactory.create(values.toArray());
        }
    }
}
