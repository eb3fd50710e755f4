package careledger.release.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages of the kind "X cannot be read" give the reason, wherever they are written; the cause alone is not shown to a person. */
class ReasonsTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final List<String> MODULES = List.of("warehouse/release", "warehouse/answers", "etl", "api");
    private static final Pattern THROWN =
            Pattern.compile("new (?:java\\.io\\.)?UncheckedIOException\\(([^;]*cannot be[^;]*), e\\);");

    /** These read what is packed into the program, which fails only where the program is broken. */
    private static final Set<String> OF_THE_PROGRAM = Set.of("SqlResource", "GuardRules", "ReportPage", "NamedQueries");

    @Test
    void everyMessageGivesTheReason() throws IOException {
        List<String> without = new ArrayList<>();
        int messages = 0;
        for (String module : MODULES) {
            for (Path file : sources(CHECKOUT.resolve(module).resolve("src/main/java"))) {
                Matcher thrown = THROWN.matcher(Files.readString(file));
                while (thrown.find()) {
                    messages++;
                    String name = file.getFileName().toString().replace(".java", "");
                    if (!thrown.group(1).contains("Failures.reason(e)") && !OF_THE_PROGRAM.contains(name)) {
                        without.add(name + ": " + thrown.group(1).strip());
                    }
                }
            }
        }
        assertThat(messages).isGreaterThan(20);
        assertThat(without).isEmpty();
    }

    @Test
    void reasonIsInWords() {
        assertThat(Failures.reason(new java.nio.file.AccessDeniedException("/srv/data")))
                .isEqualTo("permission denied");
        assertThat(Failures.reason(new java.nio.file.FileSystemException("/srv/data", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(Failures.reason(new java.nio.charset.MalformedInputException(1)))
                .isEqualTo("it holds bytes that are not text in UTF-8");
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
