package careledger.etl.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DuplicateNeighboursTest {
    private static final List<String> NEAREST = List.of("E10000013", "E10000031", "E10000034");

    private static Optional<SparkSession> spark = Optional.empty();

    @BeforeAll
    static void open() throws IOException {
        spark = Optional.of(SparkSessions.open(new SparkSettings(Optional.empty(), Map.of())));
    }

    private static Stream<Row> list(String area, List<String> neighbours, String file) {
        return IntStream.range(0, neighbours.size())
                .mapToObj(at ->
                        RowFactory.create("2021", area, neighbours.get(at), at + 1, "source-of-" + file, file, at + 2));
    }

    private static DuplicateNeighbours judge(List<Stream<Row>> lists) {
        return new DuplicateNeighbours(spark.orElseThrow()
                .createDataFrame(lists.stream().flatMap(list -> list).toList(), OutcomeRows.NEIGHBOUR));
    }

    @Test
    void listsThatAgreeCountAsTheOneReadFirst() {
        DuplicateNeighbours judged = judge(List.of(
                list("E10000018", NEAREST, "b.csv"),
                list("E10000018", NEAREST, "a.csv"),
                list("E10000016", NEAREST, "b.csv")));

        assertThat(judged.refused().collectAsList()).isEmpty();
        assertThat(judged.kept().orderBy("area_id", "neighbour_rank").collectAsList())
                .extracting(
                        row -> row.getAs("area_id"), row -> row.getAs("neighbour_id"), row -> row.getAs("source_id"))
                .containsExactly(
                        tuple("E10000016", "E10000013", "source-of-b.csv"),
                        tuple("E10000016", "E10000031", "source-of-b.csv"),
                        tuple("E10000016", "E10000034", "source-of-b.csv"),
                        tuple("E10000018", "E10000013", "source-of-a.csv"),
                        tuple("E10000018", "E10000031", "source-of-a.csv"),
                        tuple("E10000018", "E10000034", "source-of-a.csv"));
    }

    @Test
    void listsThatDifferAreRejectedWholeWithTheOtherPlace() {
        DuplicateNeighbours judged = judge(List.of(
                list("E10000018", NEAREST, "a.csv"),
                list("E10000018", List.of("E10000013", "E10000031", "E10000015"), "b.csv"),
                list("E10000016", NEAREST, "b.csv")));

        assertThat(judged.kept().collectAsList())
                .extracting(row -> row.<String>getAs("area_id"))
                .containsOnly("E10000016");
        assertThat(judged.refused().orderBy("file", "line").collectAsList())
                .extracting(row -> row.getAs("file"), row -> row.getAs("line"), row -> row.getAs("reason"))
                .containsExactly(
                        differs("a.csv", 2, "b.csv, line 4"),
                        differs("a.csv", 3, "b.csv, line 4"),
                        differs("a.csv", 4, "b.csv, line 4"),
                        differs("b.csv", 2, "a.csv, line 4"),
                        differs("b.csv", 3, "a.csv, line 4"),
                        differs("b.csv", 4, "a.csv, line 4"));
    }

    @Test
    void oneNeighbourOfTwoRanksIsRejectedAlsoWithinOneFile() {
        DuplicateNeighbours judged =
                judge(List.of(list("E10000018", List.of("E10000013", "E10000031", "E10000013"), "a.csv")));

        assertThat(judged.kept().collectAsList()).isEmpty();
        assertThat(judged.refused().collectAsList()).hasSize(3);
    }

    private static Tuple differs(String file, int line, String from) {
        return tuple(
                file,
                line,
                "The neighbours of E10000018 in the model 2021 differ from those in " + from
                        + "; expected one neighbour for each rank, and each neighbour once.");
    }
}
