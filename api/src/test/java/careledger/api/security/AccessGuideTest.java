package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs docs/access.md: its commands by a shell, its settings at the start of a service. */
class AccessGuideTest {
    @TempDir
    Path folder;

    @Test
    void commandsOfTheGuideDoWhatItSays() throws Exception {
        assumeTrue(run("command -v curl").exit() == 0, "No curl on the PATH: install it to have the guide run.");
        List<String> blocks = blocks("sh");
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);

        try (GuardedService service = new GuardedService("--careledger.access.open=false")) {
            launcher(service.data());
            StringBuilder script = new StringBuilder("set -eu\n");
            for (String block : blocks) {
                script.append(block).append('\n');
            }
            String commands = script.toString()
                    .replace("http://127.0.0.1:8080", service.uri("").toString())
                    .replace("key-1a2b3c4d", "$(./careledger keys list | head -1 | cut -d' ' -f1)");
            Ran ran = run(commands);

            assertThat(ran.exit()).as(ran.output()).isZero();
            assertThat(ran.output())
                    .contains("\"dataVersion\":\"sample-1\"")
                    .contains("Revoked: key-")
                    .contains("UNAUTHENTICATED");
        }
    }

    @Test
    void settingsOfTheGuideAreKnown() throws Exception {
        List<String> blocks = blocks("yaml");
        assertThat(blocks).isNotEmpty();

        List<String> files = new ArrayList<>();
        for (String block : blocks) {
            files.add(Files.writeString(folder.resolve(files.size() + ".yaml"), block)
                    .toString());
        }
        try (GuardedService service =
                new GuardedService("--spring.config.additional-location=" + String.join(",", files))) {
            assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(service.get("/graphql").statusCode()).isEqualTo(401);
        }
    }

    private static List<String> blocks(String language) throws Exception {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/access.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** Stands for the launcher, without building first. */
    private void launcher(Path data) throws Exception {
        Path launcher = folder.resolve("careledger");
        Files.writeString(
                launcher,
                String.join(
                        "\n",
                        "#!/usr/bin/env bash",
                        "shift",
                        "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                                + System.getProperty("java.class.path") + "' " + KeysCommand.class.getName()
                                + " \"$@\" --data '" + data + "'",
                        ""));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    private record Ran(int exit, String output) {}

    private Ran run(String commands) throws Exception {
        Path output = folder.resolve("output");
        int exit = new ProcessBuilder("bash", "-c", commands)
                .directory(new File(folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return new Ran(exit, Files.readString(output));
    }
}
