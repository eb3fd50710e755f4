package careledger.etl.stage;

import careledger.schema.star.Column;
import careledger.schema.star.ColumnType;
import careledger.schema.star.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The star schema in Spark's types. */
final class StarTypes {
    static final DataType FIGURE = DataTypes.createDecimalType(ColumnType.FIGURE_PRECISION, ColumnType.FIGURE_SCALE);

    private StarTypes() {}

    static StructType of(Table table) {
        return of(table.columns());
    }

    static StructType of(List<Column> columns) {
        return DataTypes.createStructType(columns.stream().map(StarTypes::field).toList());
    }

    /**
     * The same rows in these columns, which must be theirs by place and type: what is read from Parquet may be null as far as
     * Spark knows, and the columns that may not be are written another way.
     */
    static Dataset<Row> as(StructType columns, Dataset<Row> rows, SparkSession spark) {
        return ((org.apache.spark.sql.classic.SparkSession) spark)
                .internalCreateDataFrame(rows.queryExecution().toRdd(), columns, false);
    }

    private static StructField field(Column column) {
        return DataTypes.createStructField(column.name(), type(column.type()), column.nullable());
    }

    private static DataType type(ColumnType type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case TEXTS -> DataTypes.createArrayType(DataTypes.StringType, false);
            case INTEGER -> DataTypes.IntegerType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case FIGURE -> FIGURE;
        };
    }
}
