package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.release.MovableClock;
import careledger.release.run.EmbargoedSource;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.sql.Jdbc;
import careledger.release.store.DataLock;
import careledger.release.store.ParquetTables;
import careledger.release.store.Release;
import careledger.release.store.ReleaseExport;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that are delivered before they are published, loaded by Spark and read back from the release's own files. */
class EmbargoedRunTest {
    private static final Instant BEFORE = Instant.parse("2126-12-01T09:29:59Z");
    private static final Instant FIRST = Instant.parse("2126-12-01T09:30:00Z");
    private static final Instant SECOND = Instant.parse("2127-06-01T23:00:00Z"); // midnight of 2 June in London

    private static final String SHOWN = "SELECT claim_id || ' ' || value::INTEGER || ' '"
            + " || (headline_from IS NOT NULL AND headline_to IS NULL) || coalesce(' against ' || conflicts_with, '')"
            + " FROM observation ORDER BY 1";

    @TempDir
    private static Path dir;

    private static RunOutcome outcome =
            new RunOutcome(RunRecord.started("none", "test", Optional.empty()), List.of(), List.of(), Optional.empty());

    @BeforeAll
    static void load() throws IOException {
        Path report = Files.createDirectories(dir.resolve("extracts/report"));
        Files.writeString(report.resolve("extract.yaml"), """
            sources:
              - {id: annual-report-2019-20, title: Annual report, publisher: Council, publishedOn: 2020-10-01, authority: COUNCIL_REPORT}
            files:
              - {file: table.csv, layout: wide, label: area, indicator: cic_count, columns: [{header: area, is: label}, {header: "2020", period: 2020-03-31}]}
            """);
        Files.writeString(report.resolve("table.csv"), "area,2020\nLeicestershire,657\n");
        Path national = Files.createDirectories(dir.resolve("extracts/national"));
        Files.writeString(national.resolve("extract.yaml"), """
            sources:
              - {id: dfe-2126, title: Looked after 2126, publisher: DfE, publishedOn: 2126-12-01T09:30, authority: OFFICIAL_STATISTICS, definitionsAs: dfe-looked-after-2025}
              - {id: dfe-2127, title: Looked after 2127, publisher: DfE, publishedOn: 2127-06-02, authority: OFFICIAL_STATISTICS, definitionsAs: dfe-looked-after-2025}
            areas:
              - {id: E99999991, name: Nowhere, kind: AUTHORITY}
            files:
              - {file: a.csv, layout: wide, source: dfe-2126, label: area, indicator: cic_count, columns: [{header: area, is: label}, {header: "2020", period: 2020-03-31}]}
              - {file: b.csv, layout: wide, source: dfe-2127, label: area, indicator: cic_count, columns: [{header: area, is: label}, {header: "2021", period: 2021-03-31}]}
            """);
        Files.writeString(national.resolve("a.csv"), "area,2020\nLeicestershire,654\nNowhere,many\n");
        Files.writeString(national.resolve("b.csv"), "area,2021\nLeicestershire,700\n");
        outcome = run(false);
        assertThat(outcome.record().state()).as(ReportText.of(outcome)).isEqualTo(RunState.PUBLISHED);
    }

    @Test
    void theRunReportsThem() {
        assertThat(outcome.record().embargoed())
                .containsExactly(
                        new EmbargoedSource("dfe-2126", "Looked after 2126", FIRST, 1, List.of("national")),
                        new EmbargoedSource("dfe-2127", "Looked after 2127", SECOND, 1, List.of("national")));
        assertThat(ReportText.of(outcome))
                .contains("1 figure of Looked after 2126 (dfe-2126) is embargoed until 1 December 2126, 09:30 London"
                        + " time.")
                .contains("is embargoed until 2 June 2127, 00:00 London time.");
        assertThat(outcome.rejections()).extracting(Rejection::file).containsExactly("national/a.csv");
        assertThat(outcome.record().newClaims()).isEqualTo(1);
    }

    @Test
    void eachAppearsAtItsTimeWithoutARunAndHeadlinesAreRightBeforeAndAfter() throws IOException {
        MovableClock clock = new MovableClock(BEFORE);
        try (Warehouse warehouse = Warehouse.open(dir.resolve("data"), ServingLimits.defaults(), clock)) {
            assertThat(rows(warehouse, SHOWN))
                    .containsExactly("annual-report-2019-20/table/cic_count/E10000018/2020-03-31 657 true");
            assertThat(rows(warehouse, "SELECT source_id FROM dim_source")).containsExactly("annual-report-2019-20");
            assertThat(rows(warehouse, "SELECT extract_id FROM dim_extract")).containsExactly("report/table.csv");
            assertThat(rows(warehouse, "SELECT period_id FROM dim_period")).containsExactly("2020-03-31");
            assertThat(rows(warehouse, "SELECT file FROM fact_rejection")).isEmpty();
            assertThat(rows(warehouse, "SELECT name FROM dim_area WHERE name = 'Nowhere'"))
                    .isEmpty();

            clock.set(FIRST);
            warehouse.refresh();

            assertThat(rows(warehouse, SHOWN))
                    .containsExactly(
                            "annual-report-2019-20/table/cic_count/E10000018/2020-03-31 657 false against"
                                    + " dfe-2126/a/cic_count/E10000018/2020-03-31",
                            "dfe-2126/a/cic_count/E10000018/2020-03-31 654 true");
            assertThat(rows(warehouse, "SELECT extract_id FROM dim_extract"))
                    .containsExactly("national/a.csv", "report/table.csv");
            assertThat(rows(warehouse, "SELECT file FROM fact_rejection")).containsExactly("national/a.csv");

            clock.set(SECOND);
            warehouse.refresh();

            assertThat(rows(warehouse, SHOWN))
                    .hasSize(3)
                    .contains("dfe-2127/b/cic_count/E10000018/2021-03-31 700 true");
            assertThat(rows(warehouse, "SELECT name FROM dim_area WHERE name = 'Nowhere'"))
                    .hasSize(1);
        }
    }

    @Test
    void theirRowsLieInFilesOfTheirOwn() throws IOException {
        Release release = releases(BEFORE).current().orElseThrow();
        try (Stream<Path> files = Files.walk(release.dir())) {
            List<String> naming = files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> contains(file, "dfe-212"))
                    .map(file -> release.dir().relativize(file).toString())
                    .toList();
            assertThat(naming).isNotEmpty().allMatch(path -> path.startsWith("embargoed/"));
        }
    }

    @Test
    void theSameDeliveriesAreTheSameReleaseBeforeAndAfter() throws IOException {
        assertThat(run(false).record().state()).isEqualTo(RunState.UNCHANGED);
        assertThat(run(true).record().state()).as("in full").isEqualTo(RunState.UNCHANGED);
    }

    @Test
    void theReleaseIsOneForVerifyingCarryingRollingBackAndPruning() throws IOException {
        String id = releases(BEFORE).currentId().orElseThrow();
        new ReleaseExport(dir.resolve("data"), releases(BEFORE).whole(id)).to(dir.resolve("copy"));
        Releases copy = new Releases(dir.resolve("copy"), new MovableClock(SECOND));
        String last = copy.currentId().orElseThrow();

        assertThat(last).isEqualTo(id + "-from-21270601T230000Z");
        assertThat(copy.list()).extracting(Release::id).containsExactly(last, id + "-from-21261201T093000Z", id);
        assertThat(copy.list()).extracting(Release::current).containsExactly(true, false, false);
        assertThat(copy.verifyAll().values()).allMatch(List::isEmpty);
        assertThat(copy.diff(id, last, 10).added()).isEqualTo(2);
        assertThat(copy.rollback(id).id()).isEqualTo(last);
        try (DataLock lock = DataLock.take(dir.resolve("copy"))) {
            assertThat(copy.prune(lock, Retention.ofNewest(0), SECOND.plus(900, ChronoUnit.DAYS)))
                    .isEmpty();
        }
        assertThat(releases(BEFORE).list()).extracting(Release::id).containsExactly(id);
        Path hidden = copy.whole(last).dir().resolve("embargoed/21261201T093000Z/dim_area/part-0.parquet");
        Files.write(hidden, new byte[] {1});
        assertThat(copy.verify(id)).singleElement().asString().contains("embargoed");
    }

    @Test
    void readersSeeNothingOfThemInWhatRunsRecorded() {
        RunRecords before = RunRecords.forReaders(dir.resolve("data"), new MovableClock(BEFORE));
        String run = outcome.record().id();

        assertThat(before.get(run).extracts()).singleElement().satisfies(one -> assertThat(one.id())
                .isEqualTo("report/table.csv"));
        assertThat(before.get(run).read()).isEqualTo(1);
        assertThat(before.rejections(run)).isEmpty();
        assertThat(before.hidesSomeOf(run)).isTrue();
        assertThat(before.list().toString() + before.lastEnded())
                .doesNotContain("dfe-212")
                .doesNotContain("national");
        RunRecords after = RunRecords.forReaders(dir.resolve("data"), new MovableClock(SECOND));
        assertThat(after.get(run).extracts()).hasSize(3);
        assertThat(after.rejections(run)).hasSize(1);
    }

    private static Releases releases(Instant now) {
        return new Releases(dir.resolve("data"), new MovableClock(now));
    }

    private static List<String> rows(Warehouse warehouse, String sql) {
        return warehouse.read((release, connection) -> Jdbc.list(connection, sql, row -> row.getString(1)));
    }

    private static boolean contains(Path file, String word) {
        try (Connection connection = ParquetTables.inMemory()) {
            return Jdbc.one(
                    connection,
                    "SELECT count(*) FROM read_parquet('" + file + "', hive_partitioning = false) AS t WHERE t::VARCHAR"
                            + " LIKE '%" + word + "%'",
                    row -> row.getLong(1) > 0);
        } catch (SQLException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static RunOutcome run(boolean full) throws IOException {
        RunOptions options = new RunOptions(
                dir.resolve("data"),
                dir.resolve("extracts"),
                Set.of(),
                full,
                false,
                Duration.ZERO,
                Optional.empty(),
                "test");
        Progress silent =
                new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 9);
        return new EtlRun(options, silent).run();
    }
}
