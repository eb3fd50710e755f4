package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API read by programs that others wrote; skipped where they cannot be had. The build itself needs a JDK only. */
class ClientsRunTest {
    private static final Path PROGRAMS = Path.of("src", "test", "js");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void fetchClients() throws Exception {
        for (String file :
                List.of("package.json", "package-lock.json", "apollo.mjs", "jsonstat.mjs", "generated.mts")) {
            Files.copy(PROGRAMS.resolve(file), folder.resolve(file));
        }
        try {
            run("node", "--version");
            run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (IOException | IllegalStateException e) {
            abort("No client is run: Node is not on this machine, or npm cannot fetch them. " + e.getMessage());
        }
    }

    /** Apollo keeps objects by type and id, and sends documents by their hashes. */
    @Test
    void apolloShowsWhatWasAnsweredWhateverElseWasAsked() throws Exception {
        Files.writeString(folder.resolve("questions.json"), JSON.writeValueAsString(NormalisingClientTest.QUESTIONS));

        JsonNode said = JSON.readTree(
                run("node", "apollo.mjs", TestService.shared().uri("").toString()));

        int questions = NormalisingClientTest.QUESTIONS.size();
        assertThat(said.get("questions").asInt()).isEqualTo(questions).isGreaterThan(10);
        assertThat(said.get("objects").asInt()).isGreaterThan(100);
        assertThat(said.get("changed")).as(said.toString()).isEmpty();
        assertThat(said.get("sentWithDocuments").asInt()).isEqualTo(questions);
        assertThat(said.get("sentByHash").asInt()).isEqualTo(questions);
        assertThat(said.get("sentAgain").asInt()).isEqualTo(questions);
    }

    @Test
    void clientGeneratedFromTheOpenApiDocumentCompilesAndAnswers() throws Exception {
        Files.writeString(
                folder.resolve("openapi.json"),
                TestService.shared().get("/api/openapi.json").body());

        run("node", "node_modules/openapi-typescript/bin/cli.js", "openapi.json", "-o", "openapi.ts");
        run(
                "node",
                "node_modules/typescript/bin/tsc",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "--skipLibCheck",
                "generated.mts");

        assertThat(run("node", "generated.mjs", TestService.shared().uri("").toString()))
                .isEqualTo("Leicestershire 654\n400 1\n200\n");
    }

    @Test
    void jsonStatToolkitReadsTheCube() throws Exception {
        String question = "?areas=E10000018,E92000001&indicators=cic_count,dental_check_pct";
        Files.writeString(
                folder.resolve("cube.json"),
                TestService.shared()
                        .get("/api/q/observations.jsonstat" + question)
                        .body());
        JsonNode figures = JSON.readTree(TestService.shared()
                        .get("/api/q/observations.json" + question)
                        .body())
                .at("/data/observations/rows");

        JsonNode cube = JSON.readTree(run("node", "jsonstat.mjs"));

        assertThat(cube.get("class").asText()).isEqualTo("dataset");
        assertThat(cube.get("time").toString()).isEqualTo("[\"period\"]");
        assertThat(cube.get("rows")).hasSameSizeAs(figures).hasSizeGreaterThan(3);
        for (JsonNode figure : figures) {
            assertThat(cube.get("rows")).anySatisfy(row -> {
                for (String axis : List.of("indicator", "area", "breakdown", "valueKind", "period")) {
                    assertThat(row.get(axis)).isEqualTo(figure.get(axis));
                }
                assertThat(row.get("value").isNull())
                        .isEqualTo(figure.get("value").isNull());
                assertThat(row.get("value").asDouble())
                        .isEqualTo(figure.get("value").asDouble());
            });
        }
    }

    private static String run(String... command) throws Exception {
        return OtherProgram.run(folder, command);
    }
}
