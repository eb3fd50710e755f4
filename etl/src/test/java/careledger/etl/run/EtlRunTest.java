package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.guard.Guard;
import careledger.release.run.ExtractCount;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.servingfile.ServingFolder;
import careledger.release.store.Release;
import careledger.release.store.ReleasedTable;
import careledger.release.store.Releases;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on real Spark; figures are those read in the documents, asked for in SQL written by hand. */
class EtlRunTest {
    private static final Path REAL = Path.of("extracts");

    @TempDir
    private static Path shared;

    private static RunOutcome first = nothingYet();

    @BeforeAll
    static void loadTheRealExtracts() throws IOException {
        first = run(shared.resolve("data"), REAL, false);
    }

    private static RunOutcome nothingYet() {
        return new RunOutcome(
                RunRecord.started("none", "test", Optional.empty()), List.of(), List.of(), Optional.empty());
    }

    private static RunOutcome run(Path data, Path extracts, boolean acceptRejections) throws IOException {
        return new EtlRun(new RunOptions(data, extracts, acceptRejections ? Guard.ALL : Set.of(), "test"), silent())
                .run();
    }

    private static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 8);
    }

    private static List<String> query(Path data, String sql) throws SQLException {
        Path release = new Releases(data).current().orElseThrow().dir();
        List<String> answers = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (String table : List.of("fact_observation", "dim_period", "dim_extract", "fact_rejection")) {
                statement.execute("create view " + table + " as select * from read_parquet('" + release.resolve(table)
                        + "/**/*.parquet')");
            }
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.add(rows.getString(column));
                    }
                    answers.add(String.join(" ", row));
                }
            }
        }
        return answers;
    }

    private static Path delivery(Path root, String folder, String mapping, String file, String text)
            throws IOException {
        Path dir = Files.createDirectories(root.resolve(folder));
        Files.writeString(dir.resolve("extract.yaml"), mapping);
        Files.writeString(dir.resolve(file), text);
        return root;
    }

    @Nested
    class OfTheRealExtracts {
        @Test
        void everythingIsTakenButTheElevenFiguresWithoutAPeriod() {
            assertThat(first.record().state()).isEqualTo(RunState.PUBLISHED);
            assertThat(first.rejections()).hasSize(11).allMatch(one -> one.rule() == Rule.PERIOD_MISSING);
            assertThat(first.unexpected()).isEmpty();
            assertThat(first.record().extracts().stream()
                            .filter(extract -> extract.layout().equals("claims"))
                            .mapToLong(ExtractCount::claims)
                            .sum())
                    .isEqualTo(775 + 166 - 11);
        }

        @Test
        void theFileThatTheServiceReadsIsMadeByTheRun() {
            String release = first.record().release().orElseThrow();

            assertThat(new ServingFolder(shared.resolve("data")).damage(release))
                    .isEmpty();
        }

        @Test
        void whatTheReportCountsIsWhatTheParquetHolds() throws SQLException {
            long claims = first.record().extracts().stream()
                    .mapToLong(ExtractCount::claims)
                    .sum();

            assertThat(query(shared.resolve("data"), "select count(*), count(distinct claim_id) from fact_observation"))
                    .containsExactly(claims + " " + claims);
            assertThat(query(
                            shared.resolve("data"),
                            "select sum(claims), sum(cells_read - cells_accepted - cells_rejected)"
                                    + " from dim_extract"))
                    .containsExactly(claims + " 0");
            assertThat(first.record().newClaims()).isEqualTo(claims);
        }

        @Test
        void childrenInCareForTwelveMonthsAtEachSeptember() throws SQLException {
            assertThat(query(
                            shared.resolve("data"),
                            "select cast(value as integer) from fact_observation join dim_period using (period_id)"
                                    + " where indicator_id = 'cic_12m_count' and area_id = 'E10000018'"
                                    + " and breakdown_id = 'total' and period_end between '2000-09-30' and '2007-09-30'"
                                    + " order by period_end"))
                    .containsExactly("176", "194", "195", "270", "233", "251", "231", "227");
        }

        @Test
        void theHeadlineOfMarch2020WasTheReportsUntilTheDepartmentPublished() throws SQLException {
            assertThat(query(
                            shared.resolve("data"),
                            "select source_id, cast(value as integer), headline_from, headline_to from fact_observation"
                                    + " where indicator_id = 'cic_count' and area_id = 'E10000018'"
                                    + " and period_id = '2020-03-31' and breakdown_id = 'total'"
                                    + " and headline_from is not null order by headline_from"))
                    .containsExactly(
                            "annual-report-2019-20 657 2020-07-31 2025-11-30",
                            "dfe-looked-after-2025 654 2025-11-30 null");
        }

        @Test
        void theDepartmentsRatesAreAllThere() throws SQLException {
            assertThat(query(
                            shared.resolve("data"),
                            "select cast(value as integer) from fact_observation join dim_period using (period_id)"
                                    + " where indicator_id = 'cic_rate_per_10k' and area_id = 'E10000018'"
                                    + " and source_id = 'dfe-looked-after-2025' order by period_end"))
                    .containsExactly("35", "37", "40", "42", "47", "50", "49", "48", "50", "47");
        }
    }

    @Nested
    class DoneAgain {
        @Test
        void withTheSameInputChangesNothing() throws IOException {
            RunOutcome second = run(shared.resolve("data"), REAL, false);

            assertThat(second.record().state()).isEqualTo(RunState.UNCHANGED);
            assertThat(new Releases(shared.resolve("data")).list()).hasSize(1);
            assertThat(new RunRecords(shared.resolve("data")).list().get(0).state())
                    .isEqualTo(RunState.UNCHANGED);
        }

        @Test
        void elsewhereMakesTheSameFilesByteForByte(@TempDir Path elsewhere) throws IOException {
            run(elsewhere, REAL, false);

            assertThat(tables(elsewhere)).isEqualTo(tables(shared.resolve("data")));
        }

        private List<ReleasedTable> tables(Path data) {
            return new Releases(data)
                    .current()
                    .map(Release::manifest)
                    .orElseThrow()
                    .tables();
        }
    }

    @Nested
    class OfABrokenDelivery {
        private static final String SOUND = """
            sources:
              - {id: cyp-executive-2008-10, title: Report, publisher: Council, publishedOn: 2008-10-31, authority: COUNCIL_REPORT}
            files:
              - {file: claims.csv, layout: claims}
            """;

        @Test
        void theSoundFilesAreCheckedBesideTheBrokenOneAndNothingIsWritten(@TempDir Path dir) throws IOException {
            Path extracts = withAnUnmappedFile(dir);

            RunOutcome outcome =
                    new EtlRun(new RunOptions(dir.resolve("data"), extracts, Set.of(), "test"), silent()).check();

            assertThat(outcome.rejections()).extracting(Rejection::rule).containsExactly(Rule.FILE_UNMAPPED);
            assertThat(outcome.record().accepted()).isEqualTo(64);
            assertThat(dir.resolve("data")).doesNotExist();
        }

        @Test
        void keepsItsFiguresAsTheyWere(@TempDir Path dir) throws IOException {
            Path data = dir.resolve("data");
            Path extracts = dir.resolve("extracts");
            for (String file : List.of("claims.csv", "oc2_outcomes.csv", "extract.yaml")) {
                copy(
                        REAL.resolve("2008").resolve(file),
                        extracts.resolve("2008").resolve(file));
            }
            run(data, extracts, false);
            String served = new Releases(data).currentId().orElseThrow();
            Files.delete(extracts.resolve("2008/claims.csv"));

            RunOutcome kept = run(data, extracts, false);

            assertThat(kept.record().state()).isEqualTo(RunState.UNCHANGED);
            assertThat(kept.record().leftOut().toString()).contains("2008");
            assertThat(new Releases(data).currentId()).contains(served);
        }

        @Test
        void withTheSameFileTwiceTakesItOnce(@TempDir Path dir) throws IOException {
            Path extracts = dir.resolve("extracts");
            copy(REAL.resolve("2008/claims.csv"), extracts.resolve("a/claims.csv"));
            copy(REAL.resolve("2008/claims.csv"), extracts.resolve("b/claims.csv"));
            Files.writeString(extracts.resolve("a/extract.yaml"), SOUND);
            Files.writeString(extracts.resolve("b/extract.yaml"), SOUND);

            RunOutcome outcome = run(dir.resolve("data"), extracts, true);

            assertThat(outcome.rejections()).singleElement().satisfies(one -> assertThat(one)
                    .returns("b/claims.csv", Rejection::file)
                    .returns(Rule.FILE_DOUBLE, Rejection::rule));
            assertThat(outcome.record().accepted()).isEqualTo(64);
        }

        @Test
        void withOneClaimIdSayingTwoThingsInTwoFilesBelievesNeither(@TempDir Path dir) throws IOException {
            Path extracts = dir.resolve("extracts");
            String claims = Files.readString(REAL.resolve("2008/claims.csv"));
            delivery(extracts, "a", SOUND, "claims.csv", claims);
            delivery(extracts, "b", SOUND, "claims.csv", firstRowWithValue(claims, "309"));

            RunOutcome outcome = run(dir.resolve("data"), extracts, true);

            assertThat(outcome.rejections())
                    .hasSize(2)
                    .allMatch(one -> one.rule() == Rule.CLAIM_DOUBLE)
                    .extracting(Rejection::file)
                    .containsExactly("a/claims.csv", "b/claims.csv");
            assertThat(outcome.record().accepted()).isEqualTo(63);
        }

        private String firstRowWithValue(String claims, String value) {
            List<String> lines = claims.lines().toList();
            return lines.get(0) + "\n" + lines.get(1).replace(",308,", "," + value + ",") + "\n";
        }

        private Path withAnUnmappedFile(Path dir) throws IOException {
            Path extracts = dir.resolve("extracts");
            copy(REAL.resolve("2008/claims.csv"), extracts.resolve("2008/claims.csv"));
            return delivery(extracts, "2008", SOUND, "claims2.csv", "anything");
        }

        private void copy(Path from, Path to) throws IOException {
            Files.createDirectories(to.toAbsolutePath().getParent());
            try (Stream<String> lines = Files.lines(from)) {
                Files.write(to, lines.toList());
            }
        }
    }
}
