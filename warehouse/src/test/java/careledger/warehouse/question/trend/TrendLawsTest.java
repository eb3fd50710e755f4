package careledger.warehouse.question.trend;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.period.PeriodKind;
import careledger.warehouse.TinyRelease;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.CatalogueLoad;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.FigureQuestion;
import careledger.warehouse.question.observation.Observation;
import careledger.warehouse.serving.ServingLimits;
import careledger.warehouse.serving.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every trend, over years whose definition, value and status are drawn by chance. */
class TrendLawsTest {
    private static final TrendQuestion QUESTION =
            new TrendQuestion("dental_checks_pct", List.of("E10000018"), List.of(), null, null, null, Optional.empty());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void pointsAreTheRowsOfObservationsAndNothingCrossesSegments(long seed, @TempDir Path data) {
        publish(seed, data);

        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            warehouse.read((release, connection) -> {
                Sql sql = new Sql(connection);
                ReleaseCatalogue catalogue =
                        new CatalogueLoad(sql, release.manifest().createdAt()).load();
                Trend trend = QUESTION.answer(sql, catalogue, QuestionLimits.DEFAULT, release.id());
                List<Observation> rows = new FigureQuestion(QUESTION.points(PeriodKind.SNAPSHOT), 1000).answer(sql);

                assertThat(trend.lines().get(0).points()).isEqualTo(rows);
                trend.lines().get(0).segments().forEach(TrendLawsTest::holdsOneDefinition);
                changeStaysInOneSegment(trend, rows);
                breaksAreWhereSegmentsMeet(trend, rows);
                return trend;
            });
        }
    }

    private static void holdsOneDefinition(TrendSegment segment) {
        assertThat(segment.points()).extracting(Observation::segment).containsOnly(segment.id());
    }

    private static void changeStaysInOneSegment(Trend trend, List<Observation> rows) {
        Change change = trend.lines().get(0).change();
        assertThat(change).isNotNull();
        if (change != null && change.absolute() != null) {
            assertThat(segmentAt(rows, change.from().id()))
                    .isEqualTo(segmentAt(rows, change.to().id()));
        } else if (change != null) {
            assertThat(change.direction()).isIn(Direction.NOT_COMPARABLE, Direction.NO_DATA);
            assertThat(change.rule()).isNotBlank();
        }
    }

    private static void breaksAreWhereSegmentsMeet(Trend trend, List<Observation> rows) {
        List<String> expected = rows.stream()
                .filter(Observation::breakBefore)
                .map(Observation::period)
                .toList();
        assertThat(trend.breaks()).extracting(found -> found.before().id()).isEqualTo(expected);
    }

    private static String segmentAt(List<Observation> rows, String period) {
        return rows.stream()
                .filter(row -> row.period().equals(period))
                .map(Observation::segment)
                .findFirst()
                .orElseThrow();
    }

    /** Figures of the years from 2001 to 2016 beside those of the tiny release. */
    private static void publish(long seed, Path data) {
        Random chance = new Random(seed);
        int claims = 0;
        try (TinyRelease tiny = TinyRelease.prepare()) {
            for (int year = 2001; year <= 2025; year++) {
                if ((year > 2016 && year < 2021) || chance.nextInt(4) == 0) {
                    continue;
                }
                String day = year + "-03-31";
                String definition = "dental_checks_pct/" + (chance.nextBoolean() ? "all" : "care_12m");
                boolean none = chance.nextInt(5) == 0;
                tiny.change("INSERT INTO dim_period VALUES ('%s', 'SNAPSHOT', '31 March %d', DATE '%s', DATE '%s', %d)"
                        .formatted(day, year, day, day, year));
                tiny.change(("INSERT INTO fact_observation BY NAME SELECT * REPLACE ('chance/%d' AS claim_id,"
                                + " '%s' AS definition_id, '%s' AS segment_id, '%s' AS period_id, %s AS value, '%s' AS"
                                + " status, %d AS reporting_year, NULL AS numerator, NULL AS denominator)"
                                + " FROM fact_observation WHERE claim_id = 'ar/8'")
                        .formatted(
                                year,
                                definition,
                                definition,
                                day,
                                none ? "NULL" : Integer.toString(chance.nextInt(101)),
                                none ? "NOT_AVAILABLE" : "NORMAL",
                                year));
                claims++;
            }
            tiny.change("UPDATE dim_extract SET rows_read = rows_read + %1$d, rows_accepted = rows_accepted + %1$d,"
                            .formatted(claims)
                    + " cells_read = cells_read + %1$d, cells_accepted = cells_accepted + %1$d, claims = claims + %1$d"
                            .formatted(claims)
                    + " WHERE source_id = 'annual-report-2020'");
            tiny.publish(data, "chance-" + seed);
        }
    }
}
