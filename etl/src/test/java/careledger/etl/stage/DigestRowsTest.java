package careledger.etl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigestRowsTest {
    private static final StructType COLUMNS = new StructType()
            .add("year", DataTypes.IntegerType, false)
            .add("id", DataTypes.StringType, true)
            .add("value", StarTypes.FIGURE, true)
            .add("note", DataTypes.StringType, true)
            .add("texts", DataTypes.createArrayType(DataTypes.StringType, false), true);

    private static InternalRow row(
            int year, @Nullable String id, @Nullable String value, @Nullable String note, String... texts) {
        return new GenericInternalRow(new Object[] {
            year,
            UTF8String.fromString(id),
            value == null ? null : Decimal.apply(new BigDecimal(value), 28, 8),
            UTF8String.fromString(note),
            new GenericArrayData(
                    Arrays.stream(texts).map(UTF8String::fromString).toArray())
        });
    }

    private static Map<String, String> digests(String writer, InternalRow... rows) {
        Map<String, String> digests = new TreeMap<>();
        new DigestRows(writer, COLUMNS, "year")
                .call(List.of(rows).iterator())
                .forEachRemaining(one -> digests.put(one._1(), one._2()));
        return digests;
    }

    @Test
    void theSameRowsHaveTheSameDigestHoweverOftenAsked() {
        assertThat(digests("writer", row(2024, "a", "1.5", "note", "x")))
                .isEqualTo(digests("writer", row(2024, "a", "1.50000000", "note", "x")));
    }

    @Test
    void whatDiffersInOneCellOrInTheOrderOfRowsHasAnotherDigest() {
        List<InternalRow[]> tables = List.of(
                new InternalRow[] {row(2024, "a", "1.5", "b", "x", "y"), row(2024, "c", "2", "d")},
                new InternalRow[] {row(2024, "c", "2", "d"), row(2024, "a", "1.5", "b", "x", "y")},
                new InternalRow[] {row(2024, "a", "1.5", "b", "x", "y")},
                new InternalRow[] {row(2024, "a", "1.5", "b", "xy"), row(2024, "c", "2", "d")},
                new InternalRow[] {row(2024, "a", "1.5", "b", "x", "y"), row(2024, "c", "2", null)},
                new InternalRow[] {row(2024, "a", "1.5", "b", "x", "y"), row(2024, "c", "2", "")},
                new InternalRow[] {row(2024, "a", "1.5", "b", "x", "y"), row(2024, null, "2", "d")},
                new InternalRow[] {row(2024, "a", "1.5", "b", "x", "y"), row(2024, "d", "2", "c")},
                new InternalRow[] {row(2024, "a", "1.5", "b", "x", "y"), row(2024, "c", null, "d")},
                new InternalRow[] {row(2024, "a", "1.5", "b", "x", "y"), row(2024, "c", "0", "d")},
                new InternalRow[] {row(2024, "ab", "1.5", "", "x", "y"), row(2024, "c", "2", "d")});

        List<Map<String, String>> digests = new ArrayList<>();
        tables.forEach(table -> digests.add(digests("writer", table)));

        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void eachPartitionAndEachWriterHasADigestOfItsOwn() {
        InternalRow one = row(2024, "a", "1", "note");
        InternalRow other = row(2025, "a", "1", "note");

        assertThat(digests("writer", one, other)).containsOnlyKeys("2024", "2025");
        assertThat(digests("writer", one, other)).containsAllEntriesOf(digests("writer", one));
        assertThat(digests("writer", one)).isNotEqualTo(digests("another", one));
    }
}
