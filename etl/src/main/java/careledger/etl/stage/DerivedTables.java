package careledger.etl.stage;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Dimension;
import careledger.schema.observation.Breakdown;
import careledger.schema.period.TimePeriod;
import careledger.schema.star.Column;
import careledger.schema.star.ColumnType;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** The dimension tables that follow from which periods and breakdowns the claims are about. */
final class DerivedTables {
    private DerivedTables() {}

    static List<Row> periods(Collection<String> ids) {
        return ids.stream()
                .sorted()
                .map(TimePeriod::parse)
                .map(period -> RowFactory.create(
                        period.id(),
                        period.kind().name(),
                        period.label(),
                        Date.valueOf(period.start()),
                        Date.valueOf(period.end()),
                        period.reportingYear()))
                .toList();
    }

    /** dim_breakdown with its column a known dimension. */
    static Table breakdownTable(Catalogue catalogue) {
        List<Column> columns = new ArrayList<>(StarSchema.DIM_BREAKDOWN.columns());
        for (Dimension dimension : catalogue.dimensions()) {
            columns.add(new Column("d_" + dimension.id(), ColumnType.TEXT, true, dimension.title()));
        }
        Table base = StarSchema.DIM_BREAKDOWN;
        return new Table(base.name(), base.grain(), base.key(), base.partitionedBy(), columns);
    }

    static List<Row> breakdowns(Collection<String> ids, Catalogue catalogue) {
        return ids.stream().sorted().map(id -> breakdown(id, catalogue)).toList();
    }

    private static Row breakdown(String id, Catalogue catalogue) {
        Map<String, String> members = Breakdown.parse(id).members();
        List<Map.Entry<String, String>> pairs = List.copyOf(members.entrySet());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(id);
        values.add(label(pairs, catalogue));
        values.add(pairs.size());
        for (int i = 0; i < 3; i++) {
            values.add(i < pairs.size() ? pairs.get(i).getKey() : null);
            values.add(i < pairs.size() ? pairs.get(i).getValue() : null);
        }
        for (Dimension dimension : catalogue.dimensions()) {
            values.add(members.get(dimension.id()));
        }
        return RowFactory.create(values.toArray());
    }

    private static String label(List<Map.Entry<String, String>> pairs, Catalogue catalogue) {
        return pairs.isEmpty()
                ? "Total"
                : pairs.stream()
                        .map(pair ->
                                catalogue.dimension(pair.getKey()).orElseThrow().title() + ": "
                                        + catalogue
                                                .member(pair.getKey(), pair.getValue())
                                                .orElseThrow()
                                                .title())
                        .collect(Collectors.joining("; "));
    }
}
