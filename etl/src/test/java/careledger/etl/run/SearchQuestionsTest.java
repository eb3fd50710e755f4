package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.IndicatorSearch;
import careledger.answers.query.Sql;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everyday questions, asked of the search over the delivered extracts. The questions of the files were written by different
 * people: those of {@code questions-other.csv} without knowledge of the search, those of {@code questions-board.csv} by one
 * who then corrected what they missed. Each must find one of its expected measures among the first three for 19 of 20 questions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchQuestionsTest {
    private static final int FIRST = 3;

    @SuppressWarnings("NullAway.Init")
    private IndicatorSearch search;

    @BeforeAll
    void loadTheExtracts(@TempDir Path temp) throws IOException, SQLException {
        Path data = temp.resolve("data");
        PrintStream silent = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        new EtlRun(new RunOptions(data, Path.of("extracts"), Set.of(), "test"), new Progress(silent, true, 8)).run();
        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            search = warehouse.read((release, connection) -> new CatalogueLoad(
                            new Sql(connection), release.manifest().createdAt())
                    .load()
                    .search());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"questions-author.csv", "questions-other.csv", "questions-board.csv"})
    void nineteenOfTwentyQuestionsFindTheirMeasureAmongTheFirstThree(String file) throws IOException {
        List<String> missed = new ArrayList<>();
        List<Question> questions =
                Question.read(Path.of("src/test/resources/search").resolve(file));
        for (Question question : questions) {
            List<String> first = search.find(question.text()).stream()
                    .limit(FIRST)
                    .map(IndicatorEntry::id)
                    .toList();
            if (first.stream().noneMatch(question.expected()::contains)) {
                missed.add(question.text() + ": expected " + question.expected() + ", found " + first);
            }
        }
        assertThat(questions).hasSizeGreaterThanOrEqualTo(40);
        assertThat(missed)
                .as("%s of %s", missed.size(), questions.size())
                .hasSizeLessThanOrEqualTo(questions.size() / 20);
    }

    private record Question(String text, Set<String> expected) {
        static List<Question> read(Path file) throws IOException {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",(?=[^,]*$)", 2))
                    .map(cells -> new Question(cells[0].replace("\"", ""), Set.of(cells[1].split("\\|"))))
                    .toList();
        }
    }
}
