package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files in the shapes in which councils and departments really send them, each loaded by its mapping alone. Beside each lies
 * what a person sees in it ({@code displayed.txt}, written by hand) and what must be refused ({@code refused.txt}: rule and
 * line).
 */
class OddFilesTest {
    private static final Path FILES = Path.of("src/test/resources/odd");

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FILES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFigureIsWhatTheFileDisplays(Path folder) throws IOException {
        FolderRead read = FolderRead.of(folder);

        assertThat(read.figures())
                .as("refused: %s %s", read.mapping().rejections(), read.rejections())
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(folder.resolve("displayed.txt")));
        assertThat(refused(read))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(folder.resolve("refused.txt")));
    }

    @Test
    void thereAreThirtyFiveOfThem() throws IOException {
        assertThat(folders()).hasSizeGreaterThanOrEqualTo(35);
    }

    private static List<String> refused(FolderRead read) {
        List<String> refused = new ArrayList<>();
        read.mapping().rejections().forEach(one -> refused.add(one.rule().id()));
        for (Rejection one : read.rejections()) {
            refused.add(one.rule().id() + " " + one.line());
        }
        return refused;
    }
}
