package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract and the documents of the repository, read by graphql-eslint with every rule that makes sense for them; which
 * do not, and why, is in its configuration. Skipped where Node is not installed.
 */
class ContractLintTest {
    private static final Path LINT = Path.of("src", "test", "js", "lint");
    private static final List<String> DOCUMENTS = List.of("queries", "graphql");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void fetchLint() throws Exception {
        for (String file : List.of("package.json", "package-lock.json", "eslint.config.mjs")) {
            Files.copy(LINT.resolve(file), folder.resolve(file));
        }
        try {
            OtherProgram.run(folder, "node", "--version");
            OtherProgram.run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (IOException | IllegalStateException e) {
            abort("The contract is not linted: Node is not on this machine, or npm cannot fetch graphql-eslint. "
                    + e.getMessage());
        }
        Files.writeString(folder.resolve("schema.graphqls"), contract());
        Path resources = Path.of("src", "main", "resources", "careledger", "api");
        for (String documents : DOCUMENTS) {
            try (Stream<Path> files = Files.list(resources.resolve(documents))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".graphql")).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void contractAndDocumentsHaveNoMistakes() throws Exception {
        JsonNode read = lint();

        assertThat(read).hasSizeGreaterThan(25);
        assertThat(messages(read)).isEmpty();
    }

    /** So that rules which are not applied are noticed. */
    @Test
    void mistakesAreFound() throws Exception {
        Files.writeString(
                folder.resolve("schema.graphqls"),
                contract() + "\ntype lonelyThing { Name: String, old: Int @deprecated }\n");
        Path document = folder.resolve("mistaken.graphql");
        Files.writeString(document, "query Mistaken($unused: Int) { about { dataVersion dataVersion nothing } }");
        try {
            assertThat(messages(lint()))
                    .anyMatch(message -> message.contains("naming-convention"))
                    .anyMatch(message -> message.contains("require-description"))
                    .anyMatch(message -> message.contains("no-unreachable-types"))
                    .anyMatch(message -> message.contains("require-deprecation-reason"))
                    .anyMatch(message -> message.contains("no-unused-variables"))
                    .anyMatch(message -> message.contains("no-duplicate-fields"))
                    .anyMatch(message -> message.contains("fields-on-correct-type"));
        } finally {
            Files.delete(document);
            Files.writeString(folder.resolve("schema.graphqls"), contract());
        }
    }

    private static String contract() throws IOException {
        try (InputStream in = ContractLintTest.class.getResourceAsStream("/careledger/schema/schema.graphqls")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What it found in each file. It ends with an error where it found something. */
    private static JsonNode lint() throws Exception {
        Path report = folder.resolve("report.json");
        Files.deleteIfExists(report);
        try {
            OtherProgram.run(
                    folder, "node", "node_modules/eslint/bin/eslint.js", ".", "-f", "json", "-o", "report.json");
        } catch (IllegalStateException e) {
            if (!Files.exists(report)) {
                throw e;
            }
        }
        return JSON.readTree(report.toFile());
    }

    private static List<String> messages(JsonNode files) {
        List<String> all = new ArrayList<>();
        for (JsonNode file : files) {
            for (JsonNode message : file.get("messages")) {
                all.add(Path.of(file.get("filePath").asText()).getFileName() + ":" + message.get("line") + " "
                        + message.get("ruleId").asText() + " "
                        + message.get("message").asText());
            }
        }
        return all;
    }
}
