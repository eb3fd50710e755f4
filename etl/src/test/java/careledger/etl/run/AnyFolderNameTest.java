package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.export.ReleaseDownloads;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.etl.store.ReleaseStore;
import careledger.etl.store.StoreFetch;
import careledger.etl.store.StorePublication;
import careledger.release.Chaos;
import careledger.release.file.DurableFiles;
import careledger.release.guard.Guard;
import careledger.release.run.Doctor;
import careledger.release.run.RunState;
import careledger.release.sql.Jdbc;
import careledger.release.store.Release;
import careledger.release.store.ReleaseExport;
import careledger.release.store.Releases;
import careledger.schema.star.StarSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shared drives have folders with all kinds of names; each works, and nothing is created beside it. */
class AnyFolderNameTest {
    /** Each of these is special to Spark, Hadoop, DuckDB, a URI or a shell. */
    static final String NAME = "A & B's [2020] {x,y} 100% é #1 ~ * %20 + what? a=b; c\\d";

    private static final List<String> SIGNS = List.of(
            "?", ";", "=", "\\", ",", "#", "%", " ", "é", "[", "]", "{", "}", "*", "&", "'", "\"", "$", "~", "+", "@",
            "!", "(", ")", "^", "`", "|", "<", ">", ":", "日本", "%20", "%2F", "\t");

    @TempDir
    Path dir;

    @Test
    void worksForDataAndExtracts() throws IOException {
        Path data = dir.resolve(NAME).resolve("data " + NAME);
        Path extracts = dir.resolve(NAME).resolve("extracts");
        TinyLoading.deliver(extracts, Files.readString(Path.of("extracts/2008/claims.csv")));
        copy(Path.of("extracts/2016"), extracts.resolve("2016"));

        RunOutcome first = new EtlRun(options(data, extracts), silent()).run();
        TinyLoading.deliver(
                extracts, Files.readString(Path.of("extracts/2008/claims.csv")).replace(",308,", ",309,"));
        RunOutcome second = new EtlRun(options(data, extracts), silent()).run();

        assertThat(first.record().state()).as("%s", first.record().message()).isEqualTo(RunState.PUBLISHED);
        assertThat(second.record().changedClaims()).isPositive();
        Release release = new Releases(data).current().orElseThrow();
        assertThat(new Releases(data).verify(release.id())).isEmpty();
        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            long claims = warehouse.read((served, connection) ->
                    Jdbc.one(connection, "SELECT count(*) FROM observation", row -> row.getLong(1)));
            assertThat(claims).isEqualTo(first.record().newClaims()).isGreaterThan(64);
            assertThat(new ReleaseDownloads(data, new Releases(data)).database(release.id()))
                    .exists();
            assertThat(new ReleaseDownloads(data, new Releases(data)).table(release, StarSchema.DIM_AREA))
                    .exists();
        }
        new ReleaseExport(data, release).to(dir.resolve(NAME).resolve("export.zip"));
        assertThat(names(dir)).containsExactly(NAME);
        assertThat(names(dir.resolve(NAME))).containsExactly("data " + NAME, "export.zip", "extracts");
    }

    /** By itself and in each of the three places, so that none hides what another does. */
    @Test
    void eachSignWorksByItself() throws Exception {
        for (String sign : SIGNS.subList(0, Math.min(Chaos.NAMES.wanted(), SIGNS.size()))) {
            Path home = dir.resolve("by itself " + SIGNS.indexOf(sign)).resolve("a" + sign + "b");
            Path data = home.resolve("d" + sign);
            Path store = home.resolve(sign + "store");
            TinyLoading.deliver(home.resolve("e" + sign + "e"), "word");

            RunOutcome outcome = new EtlRun(
                            options(data, home.resolve("e" + sign + "e")),
                            silent(),
                            new TinyLoading(home.resolve("e" + sign + "e")))
                    .run();
            String id = outcome.record().release().orElseThrow();
            try (ReleaseStore opened = ReleaseStore.open(store.toUri(), Map.of())) {
                assertThat(new StorePublication(data, opened).publish(id)).isTrue();
                new StoreFetch(opened, home.resolve("f" + sign)).fetch();
            }

            assertThat(answered(home.resolve("f" + sign))).as(sign).isEqualTo(TinyLoading.CLAIMS);
            assertThat(new Doctor(home.resolve("f" + sign)).findings())
                    .allMatch(finding -> finding.place().equals("."));
            assertThat(names(DurableFiles.folderOf(home))).as(sign).containsExactly("a" + sign + "b");
            assertThat(names(home)).containsExactlyInAnyOrder("d" + sign, "e" + sign + "e", "f" + sign, sign + "store");
        }
    }

    private static long answered(Path data) throws IOException {
        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            return warehouse.read((served, connection) ->
                    Jdbc.one(connection, "SELECT count(*) FROM observation", row -> row.getLong(1)));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static RunOptions options(Path data, Path extracts) {
        return new RunOptions(data, extracts, Guard.ALL, "test");
    }

    private static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 8);
    }
}
