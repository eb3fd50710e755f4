package careledger.answers.observation;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.observation.ValueKind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Run with {@code -DwriteGolden=true} to write the files anew, and read what changed before committing. */
class GoldenSqlTest {
    private static final List<ObservationSort> USUAL =
            List.of(ObservationSort.INDICATOR, ObservationSort.AREA, ObservationSort.BREAKDOWN, ObservationSort.PERIOD);

    @Test
    void usualQuestionReadsHeadlinesOfTotals() throws Exception {
        ObservationQuery asked = new ObservationQuery(
                new FilterDraft()
                        .indicators("cic_count")
                        .areas("E10000018")
                        .periods("2020-03-31")
                        .filter(),
                Optional.empty());

        assertIsGolden(
                "usual", new ObservationSql(asked).page(ObservationSql.keys(USUAL), Optional.empty(), 101, true));
    }

    @Test
    void longPageIsFoundByItsKeysBeforeItsRowsAreRead() throws Exception {
        ObservationQuery asked =
                new ObservationQuery(new FilterDraft().indicators("cic_count").filter(), Optional.empty());

        assertIsGolden(
                "long_page",
                new ObservationSql(asked)
                        .page(
                                ObservationSql.keys(List.of(ObservationSort.VALUE_DESC)),
                                Optional.empty(),
                                10_001,
                                true));
    }

    @Test
    void nextPageOfNewestByValueAsOfADay() throws Exception {
        ObservationQuery asked = new ObservationQuery(
                new FilterDraft()
                        .topics("population")
                        .ending(LocalDate.of(2010, 4, 1), LocalDate.of(2020, 3, 31))
                        .latest(2)
                        .filter(),
                Optional.of(LocalDate.of(2020, 12, 31)));

        assertIsGolden(
                "newest_by_value",
                new ObservationSql(asked)
                        .page(
                                ObservationSql.keys(List.of(ObservationSort.VALUE_DESC)),
                                Optional.of(List.of(false, 654.0, "dfe/cic-2020")),
                                101,
                                true));
    }

    @Test
    void brokenDownFiguresOfOneSourceAlsoOutranked() throws Exception {
        ObservationQuery asked = new ObservationQuery(
                new FilterDraft()
                        .by("uasc", "sex")
                        .members(new MemberFilter("sex", List.of("male", "female")))
                        .valueKinds(ValueKind.ACTUAL, ValueKind.TARGET)
                        .headlineOnly(false)
                        .sources("dfe-looked-after-2025")
                        .filter(),
                Optional.of(LocalDate.of(2020, 12, 31)));

        assertIsGolden("broken_down", new ObservationSql(asked).totals());
    }

    private static void assertIsGolden(String name, Statement statement) throws Exception {
        String actual = statement.text() + "\n\n-- " + statement.values() + "\n";
        if (Boolean.getBoolean("writeGolden")) {
            Files.writeString(
                    Path.of("src/test/resources/careledger/answers/observation", name + ".golden.sql"), actual);
        }
        try (InputStream golden =
                Objects.requireNonNull(GoldenSqlTest.class.getResourceAsStream(name + ".golden.sql"), name)) {
            assertThat(actual).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
