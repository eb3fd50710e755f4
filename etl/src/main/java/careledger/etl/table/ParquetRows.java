package careledger.etl.table;

import careledger.schema.problem.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file as text: the names of its columns are the header, a row's number is its line. Numbers are
 * written out without an exponent, days as {@code 2020-03-31}; what is null is the empty text.
 */
final class ParquetRows implements TableRows {
    private static final int NO_DECIMALS = 0;

    private final ParquetFileReader reader;
    private final MessageType schema;
    private final MessageColumnIO columns;
    private @Nullable RecordReader<Group> group;
    private long leftInGroup;
    private int line = -1;

    private ParquetRows(ParquetFileReader reader) {
        this.reader = reader;
        this.schema = reader.getFooter().getFileMetaData().getSchema();
        this.columns = new ColumnIOFactory().getColumnIO(schema);
    }

    /** @throws UnreadableFileException where the file is no Parquet, or one with lists or groups in it */
    static ParquetRows of(String name, Path file) throws UnreadableFileException {
        try {
            ParquetRows rows = new ParquetRows(ParquetFileReader.open(new LocalInputFile(file)));
            for (Type type : rows.schema.getFields()) {
                if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
                    rows.close();
                    throw new UnreadableFileException(
                            Rule.FILE_UNREADABLE,
                            "The column '" + type.getName() + "' of '" + name
                                    + "' holds lists or groups; deliver it with one value in each cell.");
                }
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFileException(
                    Rule.FILE_UNREADABLE, "'" + name + "' is no whole Parquet file (" + e.getMessage() + ").");
        }
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        if (line < 0) {
            line = 0;
            return Optional.of(new TableRow(
                    0, schema.getFields().stream().map(Type::getName).toList(), Optional.empty()));
        }
        while (group == null || leftInGroup == 0) {
            PageReadStore pages = reader.readNextRowGroup();
            if (pages == null) {
                return Optional.empty();
            }
            group = columns.getRecordReader(pages, new GroupRecordConverter(schema));
            leftInGroup = pages.getRowCount();
        }
        leftInGroup--;
        line++;
        return Optional.of(new TableRow(line, cells(group.read()), Optional.empty()));
    }

    void close() throws IOException {
        reader.close();
    }

    private List<String> cells(Group row) {
        List<String> cells = new ArrayList<>(schema.getFieldCount());
        for (int i = 0; i < schema.getFieldCount(); i++) {
            cells.add(row.getFieldRepetitionCount(i) == 0 ? "" : text(row, i));
        }
        return cells;
    }

    private String text(Group row, int column) {
        PrimitiveType type = schema.getType(column).asPrimitiveType();
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                logical instanceof DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(row.getInteger(column, 0)).toString()
                        : whole(BigInteger.valueOf(row.getInteger(column, 0)), logical);
            case INT64 -> whole(BigInteger.valueOf(row.getLong(column, 0)), logical);
            case DOUBLE -> decimal(row.getDouble(column, 0));
            case FLOAT -> decimal(row.getFloat(column, 0));
            case BOOLEAN -> String.valueOf(row.getBoolean(column, 0));
            case FIXED_LEN_BYTE_ARRAY, INT96, BINARY ->
                logical instanceof DecimalLogicalTypeAnnotation
                        ? whole(new BigInteger(row.getBinary(column, 0).getBytes()), logical)
                        : row.getBinary(column, 0).toStringUsingUTF8();
        };
    }

    private static String whole(BigInteger unscaled, @Nullable LogicalTypeAnnotation logical) {
        int scale = logical instanceof DecimalLogicalTypeAnnotation decimal ? decimal.getScale() : NO_DECIMALS;
        return new BigDecimal(unscaled, scale).toPlainString();
    }

    /** A number of a binary float, in the fewest digits that identify it; no text where it is not a number. */
    private static String decimal(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            return number.toString();
        }
        BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
        return (decimal.scale() < 0 ? decimal.setScale(NO_DECIMALS) : decimal).toPlainString();
    }
}
