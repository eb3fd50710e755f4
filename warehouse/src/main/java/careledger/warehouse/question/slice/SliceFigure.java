package careledger.warehouse.question.slice;

import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.warehouse.question.Cells;
import careledger.warehouse.question.catalogue.DimensionAttributes;
import careledger.warehouse.question.catalogue.DimensionAttributes.OfFigure;
import careledger.warehouse.question.catalogue.PeriodEntry;
import careledger.warehouse.question.observation.OfSeries;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A figure, as far as a table needs to know it. */
record SliceFigure(
        OfFigure of,
        ObsStatus status,
        ValueKind valueKind,
        String definition,
        String segment,
        SliceCell.Content content)
        implements OfSeries {
    private static final List<String> FACTS = List.of("status", "value_kind", "definition_id", "segment_id");

    /** The columns that {@link #read} reads. */
    static List<String> columns(SliceCell cell) {
        return Stream.of(DimensionAttributes.IDS, FACTS, cell.columns())
                .flatMap(List::stream)
                .toList();
    }

    /** @param attributes of the release that the row is of */
    static SliceFigure read(Cells row, SliceCell cell, DimensionAttributes attributes) throws SQLException {
        OfFigure of = attributes.of(row);
        ObsStatus status = row.constant(ObsStatus.class);
        return new SliceFigure(
                of, status, row.constant(ValueKind.class), row.text(), row.text(), cell.read(row, status));
    }

    @Override
    public String indicator() {
        return of.indicator().id();
    }

    @Override
    public String area() {
        return of.area().id();
    }

    @Override
    public String breakdown() {
        return of.breakdown().id();
    }

    PeriodEntry period() {
        return of.period();
    }
}
