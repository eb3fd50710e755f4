package careledger.release.servingfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careledger.release.TinyRelease;
import careledger.release.sql.Jdbc;
import careledger.release.store.ParquetTables;
import careledger.release.store.Release;
import careledger.schema.observation.ObsStatus;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServingFileTest {
    private static final int MEGABYTES = 512;

    @TempDir
    static Path data;

    private static Release release;
    private static Path file;
    private static Connection connection;

    @BeforeAll
    static void serve() throws SQLException {
        release = TinyRelease.published(data, "r1");
        file = data.resolve("serving/r1.duckdb");
        ServingFile.build(release, file);
        connection = ServingFile.open(file, MEGABYTES, 1);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Nested
    class Observation {
        @Test
        void columnsAreThoseThatQuestionsRelyOn() throws SQLException {
            List<String> columns = Jdbc.list(connection, "DESCRIBE observation", row -> row.getString("column_name"));

            assertThat(columns)
                    .doesNotHaveDuplicates()
                    .containsAll(ObservationColumn.ofTable().stream()
                            .map(ObservationColumn::sqlName)
                            .toList())
                    .containsAll(ObservationColumn.packed().stream()
                            .map(ObservationColumn::sqlName)
                            .toList())
                    .contains("indicator_title", "decimals", "area_name", "period_label", "period_end", "dimensions")
                    .contains("d_age_group", "d_sex", "is_headline", "break_before", "published_on", "authority")
                    .endsWith("series_key", "series_half", "facts");
        }

        @Test
        void rowsLieAsSeriesAreRead() throws SQLException {
            String asStored = "SELECT claim_id FROM observation";
            String sorted = asStored + " ORDER BY indicator_id, area_id, breakdown_id, period_end, period_id, claim_id";

            assertThat(texts(asStored)).hasSize(16).isEqualTo(texts(sorted));
        }

        @Test
        void sortedInPartsItIsWhatItIsSortedAtOnce() throws SQLException {
            try (Connection parts = ParquetTables.inMemory()) {
                ParquetTables.createViews(parts, release.dir(), ServingTable.PREFIX);
                ServingTable.make(parts, 2);

                assertThat(Jdbc.list(parts, "SELECT observation::VARCHAR FROM observation", row -> row.getString(1)))
                        .isEqualTo(texts("SELECT observation::VARCHAR FROM observation"));
            }
        }

        @Test
        void indicatorsAreSortedTogetherUpToSoManyRows() {
            List<ServingTable.Indicators> each = List.of(
                    new ServingTable.Indicators("a", "a", 3),
                    new ServingTable.Indicators("b", "b", 2),
                    new ServingTable.Indicators("c", "c", 9),
                    new ServingTable.Indicators("d", "d", 1));

            assertThat(ServingTable.Indicators.together(each, 5))
                    .containsExactly(
                            new ServingTable.Indicators("a", "b", 5),
                            new ServingTable.Indicators("c", "c", 9),
                            new ServingTable.Indicators("d", "d", 1));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "dfe/2 | 654",
                    "dfe/5 | 80,080",
                    "dfe/3 | 46.9 per 10,000",
                    "ar/8 | 77.1%",
                    "ar/9 | 80%",
                    "ar/10 | £49,360",
                    "dfe/4 | [c]"
                })
        void valueIsWrittenAsAPersonReadsIt(String claim, String text) throws SQLException {
            assertThat(textOf(claim)).isEqualTo(text);
        }

        @Test
        void headlineIsTodaysHeadline() throws SQLException {
            assertThat(texts("SELECT claim_id FROM observation WHERE NOT is_headline"))
                    .containsExactlyInAnyOrder("ar/1", "ar/2");
        }

        @Test
        void lineBreaksWhereTheSegmentChanges() throws SQLException {
            assertThat(texts("SELECT claim_id FROM observation WHERE break_before"))
                    .containsExactly("ar/8");
        }

        @Test
        void shareOfACohortHasWilsonLimits() throws SQLException {
            assertThat(number("lower", "ar/8")).isEqualTo(72.69, within(0.01));
            assertThat(number("upper", "ar/8")).isEqualTo(81.02, within(0.01));
        }

        @Test
        void rateOfAFlowHasByarLimits() throws SQLException {
            assertThat(number("lower", "dfe/6")).isEqualTo(14.43, within(0.01));
            assertThat(number("upper", "dfe/6")).isEqualTo(18.76, within(0.01));
        }

        @Test
        void stocksAndFiguresWithoutNumeratorHaveNoLimits() throws SQLException {
            assertThat(texts("SELECT claim_id FROM observation WHERE lower IS NOT NULL OR upper IS NOT NULL"))
                    .containsExactlyInAnyOrder("ar/8", "ar/9", "dfe/6");
        }
    }

    @Nested
    class Breaks {
        @Test
        void onlyTodaysHeadlinesMakeTheLine() throws SQLException {
            String laterFigureUnderTheOldDefinition = """
                UPDATE fact_observation SET headline_to = '2025-01-16' WHERE claim_id = 'ar/8';
                INSERT INTO fact_observation
                SELECT * REPLACE (
                    'dfe/7' AS claim_id, 'dfe-2025' AS source_id, '2025/dfe.csv' AS extract_id,
                    'dental_checks_pct/all' AS definition_id, 'dental_checks_pct/all' AS segment_id,
                    DATE '2025-01-16' AS known_from, DATE '2025-01-16' AS headline_from,
                    NULL::DATE AS headline_to)
                FROM fact_observation WHERE claim_id = 'ar/8'
                """;

            assertThat(after(
                            laterFigureUnderTheOldDefinition,
                            "SELECT claim_id FROM observation WHERE break_before ORDER BY 1"))
                    .containsExactly("ar/9");
        }

        @Test
        void definitionThatOverlapsAnotherBreaksNoLine() throws SQLException {
            String yearsBeforeAndAfter = """
                INSERT INTO fact_observation
                SELECT * REPLACE (
                    'dfe/8' AS claim_id, 'dfe-2025' AS source_id, '2025/dfe.csv' AS extract_id,
                    '2010-03-31' AS period_id)
                FROM fact_observation WHERE claim_id = 'ar/9';
                INSERT INTO dim_period
                SELECT * REPLACE (
                    '2010-03-31' AS period_id, DATE '2010-03-31' AS period_start, DATE '2010-03-31' AS period_end)
                FROM dim_period WHERE period_id = '2020-03-31'
                """;

            assertThat(after(yearsBeforeAndAfter, "SELECT claim_id FROM observation WHERE break_before"))
                    .isEmpty();
        }
    }

    @Nested
    class ValueText {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "value = 49360.5, value_decimals = 1 | £49,361",
                    "value = -500, value_decimals = 0 | -£500",
                    "value = -0.4, value_decimals = 1 | £0",
                    "value = 1234567, value_decimals = NULL | £1,234,567"
                })
        void poundsAreRoundedAndGrouped(String change, String text) throws SQLException {
            assertThat(text("UPDATE fact_observation SET " + change + " WHERE claim_id = 'ar/10'", "ar/10"))
                    .isEqualTo(text);
        }

        @Test
        void poundsWithPenceHaveTwoDecimals() throws SQLException {
            assertThat(text(
                            "UPDATE dim_indicator SET decimals = 2 WHERE indicator_id = 'placement_cost';"
                                    + " UPDATE fact_observation SET value = 344.5, value_decimals = 1"
                                    + " WHERE claim_id = 'ar/10'",
                            "ar/10"))
                    .isEqualTo("£344.50");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"DAYS, 543 | 543 days", "DAYS, 1 | 1 day", "SCORE, 1543 | 1,543", "COUNT, 0 | 0"})
        void otherUnitsAreNamed(String unitAndValue, String text) throws SQLException {
            String[] parts = unitAndValue.split(", ", 2);
            assertThat(text(
                            "UPDATE dim_indicator SET unit = '" + parts[0] + "' WHERE indicator_id = 'placement_cost';"
                                    + " UPDATE fact_observation SET value = " + parts[1] + " WHERE claim_id = 'ar/10'",
                            "ar/10"))
                    .isEqualTo(text);
        }

        @ParameterizedTest
        @EnumSource(value = ObsStatus.class, names = "NORMAL", mode = EnumSource.Mode.EXCLUDE)
        void everyStatusHasItsShorthand(ObsStatus status) throws SQLException {
            assertThat(text("UPDATE fact_observation SET status = '" + status + "' WHERE claim_id = 'dfe/4'", "dfe/4"))
                    .isEqualTo(status.shorthand());
        }

        private String text(String change, String claim) throws SQLException {
            return after(change, "SELECT value_text FROM observation WHERE claim_id = " + Jdbc.literal(claim))
                    .get(0);
        }
    }

    @Nested
    class Building {
        @Test
        void completeFileOfTheSameReleaseIsUsedAgain() throws IOException {
            FileTime built = Files.getLastModifiedTime(file);

            ServingFile.build(release, file);

            assertThat(Files.getLastModifiedTime(file)).isEqualTo(built);
        }

        @Test
        void fileThatIsNoServingFileIsBuiltAnew() throws IOException, SQLException {
            Path broken = data.resolve("serving/broken.duckdb");
            Files.writeString(broken, "half a file");

            ServingFile.build(release, broken);

            try (Connection built = ServingFile.open(broken, MEGABYTES, 1)) {
                assertThat(GoldenQueries.query(built, release.manifest())).isEmpty();
            }
        }

        @Test
        void nothingIsLeftBesideTheFile() {
            assertThat(data.resolve("serving")).isDirectoryNotContaining("glob:**building**");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY observation TO 'stolen.csv'",
                "ATTACH 'other.duckdb'",
                "SET threads = 8",
                "SET enable_external_access = true",
                "SELECT * FROM read_text('/etc/hostname')",
                "DELETE FROM observation",
                "CREATE TABLE mine (i INTEGER)",
                "INSTALL httpfs",
                "LOAD httpfs"
            })
    void servingFileIsLockedDown(String statement) {
        assertThatThrownBy(() -> Jdbc.execute(connection, statement)).isInstanceOf(SQLException.class);
    }

    private List<String> texts(String sql) throws SQLException {
        return Jdbc.list(connection, sql, row -> row.getString(1));
    }

    private String textOf(String claim) throws SQLException {
        return Jdbc.one(
                connection, "SELECT value_text FROM observation WHERE claim_id = ?", row -> row.getString(1), claim);
    }

    private double number(String column, String claim) throws SQLException {
        return Jdbc.one(
                connection,
                "SELECT " + column + " FROM observation WHERE claim_id = ?",
                row -> row.getDouble(1),
                claim);
    }

    /** The first column of what a changed release answers. */
    private static List<String> after(String change, String sql) throws SQLException {
        String id = "changed-" + Math.floorMod(change.hashCode(), 1_000_000);
        Path other = data.resolve(id + ".duckdb");
        try (TinyRelease tiny = TinyRelease.prepare().change(change)) {
            ServingFile.build(tiny.publish(data, id), other);
        }
        try (Connection changed = ServingFile.open(other, MEGABYTES, 1)) {
            return Jdbc.list(changed, sql, row -> row.getString(1));
        }
    }
}
