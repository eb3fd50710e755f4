package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.run.RunState;
import careledger.release.store.Releases;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that passes never leads to a run that fails: many mappings, each checked and then run. */
class CheckedBeforeRunTest {
    private static final String MAPPING = """
        sources:
          - id: quarter
            title: Quarter 2
            publisher: Leicestershire County Council
            publishedOn: 2021-07-31
            authority: COUNCIL_REPORT
        files:
          - file: t.csv
            layout: wide
            label: area
            indicator: new_thing_count
            columns:
              - {header: Council, is: label}
              - {header: 2018-19, period: FY2018-19}
              - {header: 2019-20, period: FY2019-20}
              - {header: 2020-21, period: FY2020-21}
        indicators:
          - id: new_thing_count
            title: New things
            plainEnglish: How many new things there were.
            unit: COUNT
            measure: FLOW
            timing: PERIOD
            definitions:
              - {id: own, text: Things., sources: {quarter: Things}}
        """;
    private static final String TABLE = "Council,2018-19,2019-20,2020-21\nLeicestershire,60,76,8100\nRutland,5,6,7\n";

    @TempDir
    private Path temp;

    private static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 8);
    }

    private EtlRun over(Path extracts) {
        return new EtlRun(new RunOptions(temp.resolve("data"), extracts, Set.of(), "test"), silent());
    }

    private static void deliver(Path extracts, String mapping, String table) throws IOException {
        Path folder = Files.createDirectories(extracts.resolve("quarter"));
        Files.writeString(folder.resolve("extract.yaml"), mapping);
        Files.writeString(folder.resolve("t.csv"), table);
    }

    private static String with(String key) {
        return MAPPING.replace("    definitions:", "    " + key + "\n    definitions:");
    }

    private static boolean passes(RunOutcome outcome) {
        return outcome.unexpected().isEmpty() && outcome.record().state() != RunState.FAILED;
    }

    @Test
    void whatPassesIsPublished() throws IOException {
        int passed = 0;
        List<String> mappings = List.of(
                MAPPING,
                with("related: [{indicator: new_thing_count, relation: same}]"),
                with("related: [{indicator: cic_count, relation: a}, {indicator: cic_count, relation: b}]"),
                MAPPING.replace("timing: PERIOD", "timing: DAY"),
                MAPPING.replace(
                        "indicator: new_thing_count", "indicator: new_thing_count\n    breakdown: {sex: female}"));

        for (String mapping : mappings) {
            Path extracts = temp.resolve("extracts-" + mappings.indexOf(mapping));
            deliver(extracts, mapping, TABLE.replace("76", String.valueOf(70 + mappings.indexOf(mapping))));
            boolean accepted = passes(over(extracts).check());
            if (accepted) {
                passed++;
                RunOutcome run = new EtlRun(
                                new RunOptions(temp.resolve("data-" + passed), extracts, Set.of(), "test"), silent())
                        .run();
                assertThat(run.record().state())
                        .as(run.record().message().toString())
                        .isEqualTo(RunState.PUBLISHED);
            }
        }

        assertThat(passed).isEqualTo(3);
    }

    /** What a delivery may have besides or in place of the plain mapping and table; some of it is wrong. */
    private static final List<UnaryOperator<String>> CHANGES = List.of(
            text -> text,
            text -> text.replace("timing: PERIOD", "timing: DAY"),
            text -> text.replace("measure: FLOW", "measure: STOCK"),
            text -> text.replace("unit: COUNT", "unit: PERCENT"),
            text -> text.replace("unit: COUNT", "unit: GBP"),
            text -> text.replace("layout: wide", "layout: wide\n    scale: thousand"),
            text -> text.replace("layout: wide", "layout: wide\n    negative: brackets"),
            text -> text.replace("layout: wide", "layout: wide\n    marks: {p: Provisional}\n    symbols: {c: LOW}"),
            text -> text.replace("layout: wide", "layout: wide\n    valueKind: TARGET"),
            text -> text.replace("layout: wide", "layout: wide\n    breakdown: {sex: female}"),
            text -> text.replace("layout: wide", "layout: wide\n    until: Rutland"),
            text -> text.replace("layout: wide", "layout: wide\n    definition: other"),
            text -> text.replace("FY2020-21", "FY2025-26"),
            text -> text.replace("FY2020-21", "FY2019-20"),
            text -> text.replace("COUNCIL_REPORT", "COUNCIL_REPORT\n    supersedes: [nothing]"),
            text -> text.replace("title: New things", "title: Things of all"),
            text -> text.replace("id: own", "id: Own"),
            text -> text + "expectRefused:\n  - {file: t.csv, rule: value.not-a-number, count: 1, because: Known.}\n",
            text -> text.replace("Leicestershire,60", "Leicestershire,6O"),
            text -> text.replace("Leicestershire,60", "Leicestershire,-60"),
            text -> text.replace("Leicestershire,60", "Leicestershire,(60)"),
            text -> text.replace("Rutland,5", "Rutlnd,5"),
            text -> text.replace("Rutland,5", "Rutland,c"),
            text -> text.replace("Rutland,5,6,7", "Leicestershire,60,76,8100"),
            text -> text.replace("Rutland,5,6,7", "Leicestershire,61,76,8100"));

    /** Random deliveries, several beside each other: what a check says of them is what a run does. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aCheckSaysWhatARunWouldDo(long seed) throws IOException {
        Random random = new Random(seed);
        Path extracts = temp.resolve("random");
        for (String name : List.of("one", "two", "three", "four", "five")) {
            String mapping = MAPPING.replace("quarter", name)
                    .replace("new_thing", name + "_thing")
                    .replace("New things", "New things of " + name);
            String table = TABLE.replace("6,7", "6," + (10 + random.nextInt(80)));
            for (int i = 0; i < random.nextInt(3); i++) {
                UnaryOperator<String> change = CHANGES.get(random.nextInt(CHANGES.size()));
                String changed = change.apply(mapping);
                table = changed.equals(mapping) ? change.apply(table) : table;
                mapping = changed;
            }
            Path folder = Files.createDirectories(extracts.resolve(name));
            Files.writeString(folder.resolve("extract.yaml"), mapping);
            Files.writeString(folder.resolve("t.csv"), table);
        }

        RunOutcome checked = over(extracts).check();
        RunOutcome run = over(extracts).run();

        assertThat(run.unexpected()).containsExactlyInAnyOrderElementsOf(checked.unexpected());
        assertThat(run.record().state() == RunState.FAILED)
                .as(checked.record().message() + " / " + run.record().message())
                .isEqualTo(checked.record().state() == RunState.FAILED);
    }

    @Test
    void aCheckFindsWhatTheGuardsOfARunWould() throws IOException {
        Path extracts = temp.resolve("extracts");
        deliver(extracts, MAPPING, TABLE);
        assertThat(over(extracts).run().record().state()).isEqualTo(RunState.PUBLISHED);
        deliver(extracts, MAPPING, "Council,2018-19,2019-20,2020-21\nRutland,5,6,7\n");

        RunOutcome checked = over(extracts).check();

        assertThat(checked.record().state()).isEqualTo(RunState.FAILED);
        assertThat(checked.record().message().orElse("")).contains("A run would fail.", "would be gone");
        assertThat(over(extracts).run().record().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void aReleaseSaysWhichDocumentsASourceCorrects() throws Exception {
        Path extracts = temp.resolve("extracts");
        deliver(
                extracts,
                MAPPING.replace("COUNCIL_REPORT", "COUNCIL_REPORT\n    supersedes: [b-draft, a-draft]"),
                TABLE);

        RunOutcome run = over(extracts).run();

        Path table =
                new Releases(temp.resolve("data")).current().orElseThrow().dir().resolve("dim_source");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet row = duckdb.createStatement()
                        .executeQuery("select supersedes::varchar from read_parquet('" + table + "/*.parquet')")) {
            assertThat(run.record().state()).isEqualTo(RunState.PUBLISHED);
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("[a-draft, b-draft]");
        }
    }

    @Test
    void aGuardNamesTheDeliveryThatHasGone() throws IOException {
        Path extracts = temp.resolve("extracts");
        deliver(extracts, MAPPING, TABLE);
        assertThat(over(extracts).run().record().state()).isEqualTo(RunState.PUBLISHED);
        Files.move(extracts.resolve("quarter"), temp.resolve("elsewhere"));
        Path other = Files.createDirectories(extracts.resolve("other"));
        Files.writeString(
                other.resolve("extract.yaml"),
                MAPPING.replace("id: quarter", "id: other")
                        .replace("{quarter:", "{other:")
                        .replace("new_thing", "other_thing")
                        .replace("New things", "Other things"));
        Files.writeString(other.resolve("t.csv"), TABLE);

        RunOutcome run = over(extracts).run();

        assertThat(run.record().message().orElse(""))
                .contains("the delivery \"quarter\" has gone, and 6 claims with it");
    }

    @Test
    void aPreviewShowsTheFiguresAndFlagsWhatIsFarFromItsSeries() throws IOException {
        Path extracts = temp.resolve("extracts");
        deliver(extracts, MAPPING, TABLE);

        List<Preview> shown = over(extracts).check(2).preview();

        assertThat(shown).hasSize(2);
        assertThat(over(extracts).check(20).preview())
                .hasSize(6)
                .anySatisfy(one -> {
                    assertThat(one.place()).isEqualTo("quarter/t.csv, line 2");
                    assertThat(one.words()).isEqualTo("New things (new_thing_count), Leicestershire, 2020-21");
                    assertThat(one.value()).isEqualTo("8100");
                    assertThat(one.note().orElse("")).contains("more than ten times the median of its series, 76");
                })
                .anySatisfy(one -> {
                    assertThat(one.value()).isEqualTo("60");
                    assertThat(one.note()).isEmpty();
                });
    }
}
