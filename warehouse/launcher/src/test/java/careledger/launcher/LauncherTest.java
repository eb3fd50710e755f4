package careledger.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher hands over to, in an installed program. */
final class LauncherTest {
    @TempDir
    Path home;

    @Test
    void passes_a_command_of_the_etl_on_with_its_arguments_as_they_are() {
        assertThat(prepared("diff", "A B", "*", "--data", "x y"))
                .endsWith("careledger.etl.command.CareLedger", "diff", "A B", "*", "--data", "x y")
                .contains("-Xmx2g", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
                .contains(home.resolve("lib/etl") + "/*");
    }

    @Test
    void reads_memory_and_options_of_java_from_the_environment() {
        Launcher launcher = launcher(Map.of("CARELEDGER_ETL_MEMORY", "5g", "CARELEDGER_ETL_OPTS", " -Da=1  -Db=2 "));
        assertThat(launcher.prepare(List.of("releases")).orElseThrow())
                .contains("-Xmx5g", "-Da=1", "-Db=2")
                .doesNotContain("-Xmx2g", "");
    }

    @Test
    void keeps_temporary_files_below_the_data_folder_of_the_command() throws Exception {
        Path data = home.resolve("my data");
        assertThat(prepared("etl", "run", "--data=" + data))
                .anyMatch(word -> word.startsWith("-Djava.io.tmpdir=" + data.resolve("scratch") + "/process-4711-"));
        assertThat(data.resolve("scratch")).isDirectoryContaining("glob:**/process-4711-*");
        Path other = home.resolve("other");
        assertThat(prepared("releases", "--data", other.toString())).noneMatch(word -> word.contains("java.io.tmpdir"));
        assertThat(Files.exists(other)).isFalse();
    }

    /** As where the folder may only be read: every later start finds it by its name and sweeps it. */
    @Test
    void keeps_temporary_files_in_a_folder_of_its_own_where_the_data_folder_takes_none() throws Exception {
        Path data = Files.createDirectories(home.resolve("data"));
        Files.createFile(data.resolve("scratch"));
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(data.toRealPath().toString().getBytes(StandardCharsets.UTF_8)));

        String folder = prepared("releases", "--data", data.toString()).stream()
                .filter(word -> word.startsWith("-Djava.io.tmpdir="))
                .map(word -> word.substring("-Djava.io.tmpdir=".length()))
                .findFirst()
                .orElseThrow();

        assertThat(Path.of(folder).getFileName().toString())
                .startsWith("careledger-" + digest.substring(0, 12) + "-process-4711-");
        assertThat(Path.of(folder)).isEmptyDirectory();
        Files.delete(Path.of(folder));
    }

    @Test
    void starts_every_command_with_a_temporary_folder_that_later_ones_sweep() throws Exception {
        Path data = Files.createDirectories(home.resolve("data"));
        for (List<String> command : List.of(
                List.of("releases"),
                List.of("doctor"),
                List.of("verify"),
                List.of("keys", "list"),
                List.of("pack", "pack.pdf"),
                List.of("etl", "check"),
                List.of("fetch", "/store"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--data", data.toString()));
            assertThat(launcher(Map.of()).prepare(arguments).orElseThrow())
                    .contains("-Dcareledger.scratch.data=" + data)
                    .anyMatch(word -> word.startsWith("-Djava.io.tmpdir=" + data.resolve("scratch")));
        }
    }

    @Test
    void prints_papers_with_temporary_files_below_the_data_folder() throws Exception {
        Path data = home.resolve("data");
        Files.createDirectories(data);
        assertThat(prepared("pack", "--data", data.toString(), "pack.pdf"))
                .endsWith("careledger.api.PackCommand", "--data", data.toString(), "pack.pdf")
                .anyMatch(word -> word.startsWith("-Djava.io.tmpdir=" + data.resolve("scratch")));
    }

    @Test
    void starts_keys_from_the_service_module() {
        assertThat(prepared("keys", "list"))
                .endsWith("careledger.api.security.KeysCommand", "list")
                .contains(home.resolve("lib/api") + "/*");
    }

    @Test
    void refuses_unknown_words_with_the_usage() {
        assertThatThrownBy(() -> prepared("serve"))
                .isInstanceOfSatisfying(
                        LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessageStartingWith("Unknown command 'serve'.")
                .hasMessageContaining("rollback ID");
        assertThatThrownBy(() -> prepared("up", "--prot", "80"))
                .hasMessage("Unknown option '--prot'. Usage: ./careledger up [--port 8080] [--data DIR] [--area AREA]"
                        + " [--extracts DIR ... | --from ADDRESS]");
        assertThatThrownBy(() -> prepared("up", "--port")).hasMessageStartingWith("--port needs a value.");
    }

    @Test
    void reads_options_of_up_in_both_forms() {
        UpOptions options = UpOptions.parse(
                new Installation(home, "1"),
                List.of("--port=0", "--area", "Kent", "--data=a=b", "--from", "s3a://x/y"));
        assertThat(options)
                .isEqualTo(new UpOptions("0", Path.of("a=b"), List.of(home + "/etl/extracts"), "Kent", "s3a://x/y"));
    }

    @Test
    void takes_several_folders_of_extracts() {
        UpOptions options =
                UpOptions.parse(new Installation(home, "1"), List.of("--extracts", "one, two", "--extracts=england"));
        assertThat(options.extracts()).containsExactly("one, two", "england");
    }

    @Test
    void does_not_build_a_checkout_where_that_is_forbidden() throws Exception {
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        assertThatThrownBy(() -> launcher(Map.of("CARELEDGER_BUILD", "never")).prepare(List.of("releases")))
                .hasMessage("careledger: nothing is built in " + home
                        + ", and CARELEDGER_BUILD=never. Run ./careledger build first.");
    }

    private List<String> prepared(String... arguments) {
        return launcher(Map.of()).prepare(List.of(arguments)).orElseThrow();
    }

    private Launcher launcher(Map<String, String> environment) {
        return new Launcher(new Installation(home, "1"), environment, "4711");
    }
}
