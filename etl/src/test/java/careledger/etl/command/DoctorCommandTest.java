package careledger.etl.command;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TinyRelease;
import careledger.release.file.DurableFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DoctorCommandTest {
    @TempDir
    Path dir;

    @Test
    void copyOfADeliveryThatIsDamagedIsFoundAndHealed() throws IOException {
        Path data = dir.resolve("data");
        TinyRelease.published(data, "r1");
        Files.createDirectories(data.resolve("kept/2020/files"));
        Files.writeString(data.resolve("kept/2020/index.json"), "{");

        assertThat(said(1, "doctor", "--data", data.toString())).contains("kept/2020", "--heal deletes it");
        assertThat(said(0, "doctor", "--heal", "--data", data.toString())).contains("Nothing is wrong");
        assertThat(data.resolve("kept/2020")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "holds, It is a file; expected a folder",
        "kept, It is a file; expected a folder",
        "serving, It is a file; expected a folder",
        "scratch, It is a file; expected a folder",
        "runs, It is a file; expected a folder",
        "LOCK, It is a folder; expected a file",
        "following.json, It is a folder; expected a file",
    })
    void fileInThePlaceOfAFolderIsFoundAndHealed(String name, String problem) throws IOException {
        Path data = dir.resolve("data");
        TinyRelease.published(data, "r1");
        Path misplaced = data.resolve(name);
        DurableFiles.deleteTree(misplaced);
        if (problem.contains("is a file")) {
            Files.writeString(misplaced, "?");
        } else {
            Files.createDirectories(misplaced);
        }

        assertThat(said(1, "doctor", "--data", data.toString()))
                .contains(name + ": " + problem, "--heal renames it to " + name + ".misplaced");
        assertThat(said(0, "doctor", "--heal", "--data", data.toString())).contains("Nothing is wrong");
        assertThat(data.resolve(name + ".misplaced")).exists();
        assertThat(said(0, "verify", "--data", data.toString())).contains("r1");
    }

    @Test
    void listOfReleasesSaysThatTheCurrentOneIsMissing() throws IOException {
        Path data = dir.resolve("data");
        TinyRelease.published(data, "r1");
        assertThat(said(0, "releases", "--data", data.toString())).doesNotContain("!");

        Files.writeString(data.resolve("CURRENT"), "gone");

        assertThat(said(0, "releases", "--data", data.toString()))
                .contains("r1", "! CURRENT names release 'gone', which does not exist.", "doctor --heal");
        assertThat(said(0, "doctor", "--heal", "--data", data.toString())).contains("Nothing is wrong");
    }

    /** Whose address is the path of a folder with a name that an address cannot have as it is. */
    @Test
    void storeIsLookedAtWhereItIsNamed() throws IOException {
        Path data = dir.resolve("data");
        Path store = dir.resolve("Réports #1 [new] 100%");
        TinyRelease.published(data, "r1");

        assertThat(said(1, "doctor", "--data", data.toString(), "--store", store.toString()))
                .contains("No release is published there");
        said(0, "publish", store.toString(), "--data", data.toString());
        assertThat(said(0, "doctor", "--data", data.toString(), "--store", store.toString()))
                .contains("Nothing is wrong");
        Files.writeString(store.resolve("published/000000000002"), "");
        String answer = said(1, "doctor", "--data", data.toString(), "--store", store.toString());
        assertThat(answer).contains("published/000000000002 does not hold the id of a release");

        String remedy = answer.substring(answer.indexOf("./careledger publish ") + "./careledger publish ".length());
        said(0, "publish", remedy.substring(0, remedy.indexOf('`')), "--data", data.toString());
        assertThat(said(0, "doctor", "--data", data.toString(), "--store", store.toString()))
                .contains("Nothing is wrong");
        said(0, "fetch", store.toString(), "--data", dir.resolve("reader").toString());
        try (Stream<Path> beside = Files.list(dir)) {
            assertThat(beside.map(one -> one.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "reader", "Réports #1 [new] 100%");
        }
    }

    @Test
    void addressWithAFragmentIsRefusedWithAdvice() {
        assertThat(said(2, "publish", "file:///srv/reports#1", "--data", dir.toString()))
                .contains("# as %23", "the path of a folder");
    }

    private static String said(int exitCode, String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine commandLine = CareLedger.commandLine();
        commandLine.setOut(new PrintWriter(said));
        commandLine.setErr(new PrintWriter(said));
        assertThat(commandLine.execute(arguments)).as("%s", said).isEqualTo(exitCode);
        return said.toString();
    }
}
