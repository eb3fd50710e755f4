package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recipes that are programs, run as they stand. What a machine lacks to run one is said by the test that is skipped; the
 * build itself needs a JDK only.
 */
class RecipesRunTest {
    private static final Path CLIENTS = Path.of("src", "test", "js");

    @TempDir
    private Path folder;

    @Test
    void curlFetchesOnceAndThenOnlyWhatChanged() throws Exception {
        need("curl", "--version");
        need("bash", "--version");
        Files.writeString(folder.resolve("recipe.sh"), recipe("curl").block("bash", 0));

        String printed = run("bash", "-eu", "recipe.sh");

        assertThat(printed).contains("\"name\":\"observations\"");
        assertThat(folder.resolve("figures.csv")).content().contains("\"E10000018\"", "654");
        assertThat(folder.resolve("figures.etag")).content().matches("(?s)\"[0-9a-f]{24}\"\\s*");
        assertThat(DownloadedTable.parquet(Files.readAllBytes(folder.resolve("fact_observation.parquet")))
                        .rows())
                .hasSizeGreaterThan(80);
    }

    @Test
    void pythonPrintsTheFigure() throws Exception {
        need("python3", "--version");
        Files.writeString(folder.resolve("recipe.py"), recipe("python").block("python", 0));

        assertThat(run("python3", "recipe.py"))
                .isEqualTo("2020-03-31 | 654.0 | Children looked after in England 2025\n");
    }

    @Test
    void typedClientsCompileAndAnswer() throws Exception {
        need("node", "--version");
        need("npm", "--version");
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(CLIENTS.resolve(file), folder.resolve(file));
        }
        try {
            run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (IllegalStateException e) {
            abort("docs/recipes/javascript.md is not replayed: npm cannot fetch its clients. " + e.getMessage());
        }
        Files.writeString(folder.resolve("request.mts"), recipe("javascript").block("ts", 0));
        Files.writeString(folder.resolve("urql.mts"), recipe("javascript").block("ts", 1));

        run(
                "node",
                "node_modules/typescript/bin/tsc",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "--skipLibCheck",
                "request.mts",
                "urql.mts");

        assertThat(run("node", "request.mjs")).isEqualTo("2020-03-31 654 Children looked after in England 2025\n");
        assertThat(run("node", "urql.mjs")).contains("children in care").containsPattern("(?m) [1-9]\\d*$");
    }

    private static Recipe recipe(String name) throws Exception {
        return Recipe.of(name, TestService.shared());
    }

    private void need(String... command) throws Exception {
        try {
            run(command);
        } catch (IOException | IllegalStateException e) {
            abort("A recipe is not replayed: '" + command[0]
                    + "' is not on this machine. Install it to run this test.");
        }
    }

    private String run(String... command) throws Exception {
        return OtherProgram.run(folder, command);
    }
}
