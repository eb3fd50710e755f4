package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphiqlPageTest {
    @TempDir
    Path folder;

    @Test
    void pageWorksUnderItsContentPolicy() throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "No Chromium on the PATH: install one to see the page under its policy.");

        try (GuardedService service = new GuardedService()) {
            String page = show(browser.get(), service.uri("/graphiql").toString());

            assertThat(page).contains("graphiql-container").contains("cic_count");
            assertThat(Files.readString(folder.resolve("log"))).doesNotContain("Content Security Policy");
        }
    }

    /** The page as it stands when its scripts have run. */
    private String show(Path browser, String address) throws Exception {
        Path page = folder.resolve("page");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        address)
                .redirectOutput(page.toFile())
                .redirectError(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(page);
    }

    private static Optional<Path> browser() {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
