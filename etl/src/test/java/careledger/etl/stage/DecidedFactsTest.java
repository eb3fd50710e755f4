package careledger.etl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.etl.headline.Candidate;
import careledger.etl.headline.Decision;
import careledger.etl.headline.HeadlineDecider;
import careledger.schema.catalogue.Authority;
import careledger.schema.observation.ValueKind;
import careledger.schema.star.HeadlineRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** What is joined to claims from narrow passes over them is what the rules say of every claim, competing or not. */
class DecidedFactsTest {
    private static final int CLAIMS = 600;
    private static final StructType NOTES = new StructType()
            .add(ContradictionStage.CLAIM, DataTypes.StringType, false)
            .add(ContradictionStage.NOTE, DataTypes.StringType, false);

    private static Optional<SparkSession> spark = Optional.empty();

    @BeforeAll
    static void open() throws IOException {
        spark = Optional.of(SparkSessions.open(new SparkSettings(Optional.empty(), Map.of())));
    }

    @Test
    void everyClaimIsDecidedAsItsWholeGroupIs() {
        Random random = new Random(20261127);
        List<Map<String, Object>> claims =
                IntStream.range(0, CLAIMS).mapToObj(at -> claim(at, random)).toList();
        Map<String, Decision> expected =
                claims.stream().collect(Collectors.groupingBy(DecidedFactsTest::contest)).values().stream()
                        .flatMap(group ->
                                HeadlineDecider.decide(group.stream()
                                                .map(DecidedFactsTest::candidate)
                                                .toList())
                                        .stream())
                        .collect(Collectors.toMap(Decision::claim, decision -> decision));

        List<Row> facts = facts(claims, List.of()).collectAsList();

        assertThat(facts).hasSize(CLAIMS);
        assertThat(facts.stream().filter(fact -> fact.<Integer>getAs("corroborated_by") > 0))
                .isNotEmpty();
        assertThat(facts.stream().filter(fact -> fact.getAs("headline_to") != null))
                .isNotEmpty();
        assertThat(facts.stream().map(DecidedFactsTest::decision).toList())
                .containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void figuresFarAboveTheMedianOfTheirSeriesAreNoted() {
        List<Map<String, Object>> claims = new ArrayList<>();
        series(claims, "thousands", "41", "43", "42000", "44");
        series(claims, "growing", "5", "40", "45", "50");
        series(claims, "short", "4", "4000");
        series(claims, "few", "1", "1", "49");
        series(claims, "negative", "-8", "2", "3", "900");
        claims.get(2).put("quality_note", "printed in red");

        Dataset<Row> facts = facts(claims, List.of(RowFactory.create("growing-0", "5 is not 4 of 10")));

        Map<String, String> noted = new TreeMap<>();
        facts.where("quality_note is not null")
                .collectAsList()
                .forEach(fact -> noted.put(fact.getAs("claim_id"), fact.getAs("quality_note")));
        assertThat(noted)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "thousands-2", "printed in red; more than ten times the median of its series, 43.5",
                        "growing-0", "5 is not 4 of 10",
                        "negative-3", "more than ten times the median of its series, 2.5"));
    }

    private static void series(List<Map<String, Object>> claims, String indicator, String... values) {
        for (int at = 0; at < values.length; at++) {
            Map<String, Object> claim = claim(at, new Random(0));
            claim.put("claim_id", indicator + "-" + at);
            claim.put("indicator_id", indicator);
            claim.put("area_id", "area");
            claim.put("period_id", "20" + (10 + at));
            claim.put("value_kind", "ACTUAL");
            claim.put("value", figure(values[at]));
            claims.add(claim);
        }
    }

    private static Dataset<Row> facts(List<Map<String, Object>> cells, List<Row> notes) {
        SparkSession session = spark.orElseThrow();
        Dataset<Row> claims = session.createDataFrame(
                cells.stream().map(DecidedFactsTest::row).toList(), OutcomeRows.CLAIM);
        return DecidedFacts.of(
                session,
                claims,
                HeadlineStage.decide(claims),
                session.createDataFrame(notes, NOTES),
                OutlierStage.medians(claims));
    }

    /** Of few indicators, areas and periods, so that about half of the claims have to compete. */
    private static Map<String, Object> claim(int at, Random random) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("claim_id", "claim-" + at);
        cells.put("indicator_id", "indicator-" + random.nextInt(8));
        cells.put("area_id", "area-" + random.nextInt(5));
        cells.put("period_id", "20" + (10 + random.nextInt(10)));
        cells.put("breakdown_id", "total");
        cells.put("definition_id", "definition-" + random.nextInt(2));
        cells.put("is_primary", random.nextBoolean());
        cells.put("value_kind", anyOf(random, ValueKind.values()));
        cells.put("known_from", Date.valueOf(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3))));
        cells.put("authority", anyOf(random, Authority.values()));
        cells.put("tabular", random.nextBoolean());
        cells.put("source_id", "source-" + random.nextInt(4));
        cells.put("value_decimals", 0);
        cells.put("status", "NORMAL");
        if (random.nextInt(5) > 0) {
            cells.put("value", figure(Integer.toString(10 + random.nextInt(3))));
        }
        if (random.nextInt(5) == 0) {
            cells.put("qualifier", "over");
        }
        cells.put("supersedes", random.nextInt(4) == 0 ? List.of("source-0") : List.of());
        return cells;
    }

    private static String anyOf(Random random, Enum<?>[] values) {
        return values[random.nextInt(values.length)].name();
    }

    private static BigDecimal figure(String text) {
        return new BigDecimal(text).setScale(6, RoundingMode.UNNECESSARY);
    }

    private static Row row(Map<String, Object> cells) {
        return RowFactory.create(Arrays.stream(OutcomeRows.CLAIM.fields())
                .map(field -> cell(field, cells))
                .toArray());
    }

    private static @Nullable Object cell(StructField field, Map<String, Object> cells) {
        Object cell = cells.get(field.name());
        if (cell instanceof List<?> texts) {
            return CollectionConverters.asScala(texts).toSeq();
        }
        if (cell != null || field.nullable()) {
            return cell;
        }
        return field.dataType().equals(DataTypes.StringType) ? "a " + field.name() : 1;
    }

    private static List<String> contest(Map<String, Object> claim) {
        ValueKind kind = ValueKind.valueOf(text(claim, "value_kind"));
        return List.of(
                text(claim, "indicator_id"),
                text(claim, "area_id"),
                text(claim, "period_id"),
                kind.isMeasured() ? "measured" : kind.name());
    }

    private static Candidate candidate(Map<String, Object> claim) {
        return new Candidate(
                text(claim, "claim_id"),
                text(claim, "definition_id"),
                Boolean.parseBoolean(text(claim, "is_primary")),
                ValueKind.valueOf(text(claim, "value_kind")),
                Optional.ofNullable(claim.get("value")).map(value -> ((BigDecimal) value).setScale(0)),
                LocalDate.parse(text(claim, "known_from")),
                Authority.valueOf(text(claim, "authority")),
                !claim.containsKey("qualifier"),
                Boolean.parseBoolean(text(claim, "tabular")),
                text(claim, "source_id"),
                text(claim, "supersedes").contains("source-0") ? Set.of("source-0") : Set.of());
    }

    private static String text(Map<String, Object> claim, String column) {
        return String.valueOf(claim.get(column));
    }

    private static Decision decision(Row fact) {
        return new Decision(
                fact.getAs("claim_id"),
                Optional.ofNullable(fact.<Date>getAs("headline_from")).map(Date::toLocalDate),
                Optional.ofNullable(fact.<Date>getAs("headline_to")).map(Date::toLocalDate),
                fact.<Integer>getAs("corroborated_by"),
                Optional.ofNullable(fact.getAs("conflicts_with")),
                Optional.ofNullable(fact.getAs("outranked_by")),
                Optional.ofNullable(fact.<String>getAs("outranked_rule")).map(HeadlineRule::valueOf));
    }
}
