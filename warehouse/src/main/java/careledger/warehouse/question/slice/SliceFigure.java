package careledger.warehouse.question.slice;

import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.warehouse.question.Cells;
import careledger.warehouse.question.catalogue.DimensionAttributes;
import careledger.warehouse.question.catalogue.DimensionAttributes.OfArea;
import careledger.warehouse.question.catalogue.DimensionAttributes.OfBreakdown;
import careledger.warehouse.question.catalogue.DimensionAttributes.OfIndicator;
import careledger.warehouse.question.catalogue.DimensionAttributes.OfSource;
import careledger.warehouse.question.catalogue.PeriodEntry;
import careledger.warehouse.question.observation.OfSeries;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A figure, as far as a table needs to know it. */
record SliceFigure(
        String id,
        OfIndicator ofIndicator,
        OfArea ofArea,
        PeriodEntry period,
        OfBreakdown ofBreakdown,
        OfSource ofSource,
        ObsStatus status,
        ValueKind valueKind,
        String definition,
        String segment,
        SliceCell.Content content)
        implements OfSeries {
    /** The columns that {@link #read} reads. */
    static List<String> columns(SliceCell cell) {
        return Stream.concat(
                        Stream.of(
                                "claim_id",
                                "indicator_id",
                                "area_id",
                                "period_id",
                                "breakdown_id",
                                "source_id",
                                "status",
                                "value_kind",
                                "definition_id",
                                "segment_id"),
                        cell.columns().stream())
                .toList();
    }

    /** @param attributes of the release that the row is of */
    static SliceFigure read(Cells row, SliceCell cell, DimensionAttributes attributes) throws SQLException {
        String id = row.text();
        OfIndicator indicator = attributes.indicator(row.text());
        OfArea area = attributes.area(row.text());
        PeriodEntry period = attributes.period(row.text());
        OfBreakdown breakdown = attributes.breakdown(row.text());
        OfSource source = attributes.source(row.text());
        ObsStatus status = row.constant(ObsStatus.class);
        return new SliceFigure(
                id,
                indicator,
                area,
                period,
                breakdown,
                source,
                status,
                row.constant(ValueKind.class),
                row.text(),
                row.text(),
                cell.read(row, status));
    }

    @Override
    public String indicator() {
        return ofIndicator.id();
    }

    @Override
    public String area() {
        return ofArea.id();
    }

    @Override
    public String breakdown() {
        return ofBreakdown.id();
    }
}
