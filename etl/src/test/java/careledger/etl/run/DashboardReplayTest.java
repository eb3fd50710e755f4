package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.observation.Observation;
import careledger.answers.query.Sql;
import careledger.answers.scorecard.RowAnswer;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.answers.scorecard.ScorecardQuery;
import careledger.answers.scorecard.SectionAnswer;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.schema.scorecard.Judged;
import careledger.schema.scorecard.ScorecardReader;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The card quarterly-performance beside the dashboard as it was delivered, which is read here on its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardReplayTest {
    private static final Path DELIVERY = Path.of("extracts", "2019-09");
    private static final Pattern SHARE_AND_COUNT = Pattern.compile("([0-9.]+%) \\(([0-9]+)\\)");
    private static final Pattern COUNT_AND_SHARE = Pattern.compile("([0-9]+) \\(([0-9.]+%)\\)");

    private @Nullable ScorecardAnswer card;
    private List<Printed> lines = List.of();

    /** A line of the dashboard; a heading has nothing but its label. */
    private record Printed(
            String label,
            String updated,
            String performance,
            String direction,
            String rag,
            String quartile,
            String neighbours) {
        boolean heading() {
            return performance.isEmpty();
        }
    }

    @BeforeAll
    void loadTheDelivery(@TempDir Path temp) throws IOException, SQLException {
        Path extracts = temp.resolve("extracts");
        Path delivered = Files.createDirectories(extracts.resolve("2019-09"));
        try (var files = Files.list(DELIVERY)) {
            for (Path file : files.toList()) {
                Files.copy(file, delivered.resolve(file.getFileName()));
            }
        }
        Path data = temp.resolve("data");
        PrintStream silent = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        new EtlRun(new RunOptions(data, extracts, Set.of(), "test"), new Progress(silent, true, 8)).run();
        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            card = warehouse.read((release, connection) -> {
                Sql sql = new Sql(connection);
                return new ScorecardQuery(
                                Objects.requireNonNull(ScorecardReader.builtIn().get("quarterly-performance")),
                                Optional.empty(),
                                "E10000018",
                                Optional.empty())
                        .answer(sql, new CatalogueLoad(sql, release.manifest().createdAt()).load(), release.id());
            });
        }
        lines = printed(DELIVERY.resolve("performance_dashboard_q1.csv"));
    }

    @Test
    void sectionsAndRowsStandInTheOrderOfThePrint() {
        List<String> given = new ArrayList<>();
        for (SectionAnswer section : card().sections()) {
            given.add(section.title());
            section.rows().forEach(row -> given.add(row.label()));
        }

        assertThat(given).isEqualTo(lines.stream().map(Printed::label).toList());
        assertThat(rows()).hasSize(42);
    }

    @Test
    void everyRowHasItsFigureAndItsCount() {
        forEachRow((line, row) -> {
            Matcher share = SHARE_AND_COUNT.matcher(line.performance());
            Matcher count = COUNT_AND_SHARE.matcher(line.performance());
            if (share.matches()) {
                assertThat(text(row.latest())).as(line.label()).isEqualTo(share.group(1));
                assertThat(digits(row.sibling())).as(line.label()).isEqualTo(share.group(2));
            } else if (count.matches()) {
                assertThat(text(row.latest())).as(line.label()).isEqualTo(count.group(2));
                assertThat(digits(row.sibling())).as(line.label()).isEqualTo(count.group(1));
            } else {
                assertThat(text(row.latest())).as(line.label()).isEqualTo(line.performance());
                assertThat(row.sibling()).as(line.label()).isNull();
            }
        });
        assertThat(rows().stream().filter(row -> row.sibling() != null)).hasSize(16);
    }

    @Test
    void directionIsThePrintedOne() {
        forEachRow((line, row) ->
                assertThat(row.printedDirection()).as(line.label()).isEqualTo(orNull(line.direction())));
    }

    @Test
    void colourIsThePrintedOneAndItsKeySaysWhereItComesFrom() {
        forEachRow((line, row) -> {
            String colour = row.rag() == null ? "n/a" : row.rag().name().substring(0, 1);

            assertThat(colour).as(line.label()).isEqualTo(line.rag());
            assertThat(row.ragRule())
                    .as(line.label())
                    .startsWith(row.rag() == null ? "No colour is printed" : "Red, amber or green as the dashboard");
        });
    }

    @Test
    void quartileIsThePrintedOne() {
        forEachRow((line, row) -> assertThat(
                        row.quartile() == null ? "n/a" : row.quartile().toString())
                .as(line.label())
                .isEqualTo(line.quartile()));
    }

    @Test
    void neighbourAverageIsThePrintedOne() {
        forEachRow((line, row) -> {
            assertThat(text(row.neighbours()))
                    .as(line.label())
                    .isEqualTo(line.neighbours().equals("n/a") ? "[x]" : line.neighbours());
            assertThat(row.neighboursRule())
                    .as(line.label())
                    .startsWith(line.neighbours().equals("n/a") ? "The document prints no" : "The average of the");
        });
    }

    @Test
    void computedDirectionStandsBesideThePrintedOne() {
        RowAnswer reviews = rows().get(0);

        assertThat(reviews.printedDirection()).isEqualTo("Lower (high is good)");
        assertThat(reviews.change().direction()).hasToString("WORSE");
        assertThat(reviews.change().rule()).startsWith("94.7% (Q1 2019-20) against 97.3% (Q4 2018-19)");
        assertThat(reviews.againstNeighbours())
                .startsWith("better: 94.7% against 91.2%, the neighbour average printed");
    }

    @Test
    void noRowIsComparedWithAFigureOfAnotherDocument() {
        assertThat(rows().stream().flatMap(row -> row.recent().stream()).map(Observation::source))
                .containsOnly("performance-2019-20-q1");
        assertThat(rows().stream().filter(row -> row.previous() != null).map(RowAnswer::label))
                .hasSize(17);
    }

    @Test
    void whereOnlyTheChangeIsPrintedItIsGivenAndTheRowGoesAsPrinted() {
        RowAnswer health = row("health_assessment_pct");

        assertThat(health.previous()).isNull();
        assertThat(health.judged()).isEqualTo(Judged.BETTER);
        assertThat(health.change().rule())
                .isEqualTo("The document prints no earlier figure, only the way it went ('Better') and the change"
                        + " (4.3 percentage points, higher).");
        assertThat(row("slf_pbr_target_pct").judged()).isNull();
    }

    private RowAnswer row(String indicator) {
        return rows().stream()
                .filter(row -> row.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wayOfRecordingThatChangedIsNotComparedAcross() {
        RowAnswer families = row("early_help_families_count");

        assertThat(families.change().direction()).hasToString("NOT_COMPARABLE");
        assertThat(families.change().absolute()).isNull();
    }

    @Test
    void countsAreOfTheRowsAndDifferencesNameTheRows() {
        long fourth = lines.stream().filter(line -> line.quartile().equals("4")).count();

        assertThat(card().counts().quartiles().get(3)).isEqualTo((int) fourth).isEqualTo(2);
        assertThat(Objects.requireNonNull(card().printedCounts()).quartiles()).containsExactly(6, 6, 4, 4);
        assertThat(card().counts().better()).isEqualTo(12);
        assertThat(card().counts().worse()).isEqualTo(9);
        assertThat(card().notes())
                .contains(
                        "The document counts 4 measures in the fourth quartile; its rows give 2: % single assessments"
                                + " completed within 45 days; Placement stability - % children in same placement for"
                                + " 2+ years or placed for adoption.",
                        "With a neighbour average but no quartile in print: % of Care Leavers in suitable accommodation"
                                + " (end of quarter); The % of Care leavers in education, employment and training"
                                + " (EET) (end of quarter); SEND - children and young people assessed and EHCP NOT"
                                + " issued.",
                        "Under no direction, since none is printed: No. of SLF families claimed for as a % of overall"
                                + " payment by results target.")
                .anyMatch(note -> note.startsWith(
                        "The document counts 10 measures without polarity; its rows give 8: CSE referrals; SEND - "));
    }

    private interface Check {
        void row(Printed line, RowAnswer row);
    }

    private void forEachRow(Check check) {
        List<Printed> printed = lines.stream().filter(line -> !line.heading()).toList();
        List<RowAnswer> rows = rows();
        assertThat(rows).hasSameSizeAs(printed);
        for (int i = 0; i < rows.size(); i++) {
            check.row(printed.get(i), rows.get(i));
        }
    }

    private List<RowAnswer> rows() {
        return card().sections().stream()
                .flatMap(section -> section.rows().stream())
                .toList();
    }

    private ScorecardAnswer card() {
        return Objects.requireNonNull(card, "the card was not loaded");
    }

    private static @Nullable String text(@Nullable Observation figure) {
        return figure == null ? null : figure.valueText();
    }

    private static @Nullable String digits(@Nullable Observation figure) {
        return figure == null ? null : figure.valueText().replace(",", "");
    }

    private static @Nullable String orNull(String cell) {
        return cell.equals("n/a") ? null : cell;
    }

    private static List<Printed> printed(Path csv) throws SQLException {
        List<Printed> lines = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select columns(*)::varchar from read_csv('" + csv
                        + "', header = true, all_varchar = true, nullstr = '\u0001')")) {
            while (rows.next()) {
                lines.add(new Printed(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(6),
                        rows.getString(7),
                        rows.getString(8)));
            }
        }
        return lines;
    }
}
