package careledger.answers.catalogue;

import careledger.answers.query.JsonRow;
import careledger.answers.query.ResultRow;
import careledger.answers.query.Sql;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is the same of all figures of one indicator, area, period, breakdown or source, by its id. It is read once a
 * release: columns that a statement need not have cost it nothing, and a figure's ids say the rest.
 */
public final class DimensionAttributes {
    private final Map<String, OfIndicator> indicators;
    private final Map<String, OfArea> areas;
    private final Map<String, PeriodEntry> periods;
    private final Map<String, OfBreakdown> breakdowns;
    private final Map<String, OfSource> sources;

    private DimensionAttributes(Sql sql) throws SQLException {
        indicators = each(
                sql, "indicator_id, indicator_title, topic_id, unit, polarity", OfIndicator::read, OfIndicator::id);
        areas = each(sql, "area_id, area_name, area_kind", OfArea::read, OfArea::id);
        periods = each(
                sql,
                "period_id, period_kind, period_label, period_start, period_end, reporting_year",
                PeriodEntry::read,
                PeriodEntry::id);
        breakdowns = each(
                sql,
                "breakdown_id, breakdown_label, dimension1, member1, dimension2, member2, dimension3, member3",
                OfBreakdown::read,
                OfBreakdown::id);
        sources = each(sql, "source_id, source_title, published_on", OfSource::read, OfSource::id);
    }

    /** Reads those of all figures of the table {@code observation}. */
    public static DimensionAttributes load(Sql sql) throws SQLException {
        return new DimensionAttributes(sql);
    }

    /** Reads the ids of a figure (claim, indicator, area, period, breakdown, source) and their attributes. */
    public OfFigure of(JsonRow row) throws SQLException {
        return new OfFigure(
                row.text(),
                known(indicators, row.text()),
                known(areas, row.text()),
                known(periods, row.text()),
                known(breakdowns, row.text()),
                known(sources, row.text()));
    }

    /** @param id of the claim */
    public record OfFigure(
            String id,
            OfIndicator indicator,
            OfArea area,
            PeriodEntry period,
            OfBreakdown breakdown,
            OfSource source) {}

    /** @param topic id */
    public record OfIndicator(String id, String title, String topic, Unit unit, Polarity polarity) {
        private static OfIndicator read(ResultRow row) throws SQLException {
            return new OfIndicator(
                    row.text(), row.text(), row.text(), row.constant(Unit.class), row.constant(Polarity.class));
        }
    }

    public record OfArea(String id, String name, AreaKind kind) {
        private static OfArea read(ResultRow row) throws SQLException {
            return new OfArea(row.text(), row.text(), row.constant(AreaKind.class));
        }
    }

    /** Up to three dimensions with the member of each; none for a total. */
    public record OfBreakdown(
            String id,
            String label,
            @Nullable String dimension1,
            @Nullable String member1,
            @Nullable String dimension2,
            @Nullable String member2,
            @Nullable String dimension3,
            @Nullable String member3) {
        private static OfBreakdown read(ResultRow row) throws SQLException {
            return new OfBreakdown(
                    row.text(),
                    row.text(),
                    row.textOrNull(),
                    row.textOrNull(),
                    row.textOrNull(),
                    row.textOrNull(),
                    row.textOrNull(),
                    row.textOrNull());
        }
    }

    public record OfSource(String id, String title, LocalDate publishedOn) {
        private static OfSource read(ResultRow row) throws SQLException {
            return new OfSource(row.text(), row.text(), row.day());
        }
    }

    private static <T> Map<String, T> each(Sql sql, String columns, Sql.RowReader<T> reader, Function<T, String> id)
            throws SQLException {
        Map<String, T> byId = new HashMap<>();
        for (T one : sql.rows("select distinct " + columns + " from observation", List.of(), reader)) {
            T other = byId.put(id.apply(one), one);
            if (other != null) {
                throw new IllegalStateException("figures of one id differ in (" + columns + "): " + one + ", " + other);
            }
        }
        return byId;
    }

    private static <T> T known(Map<String, T> byId, String id) {
        T known = byId.get(id);
        if (known == null) {
            throw new IllegalStateException("no figure of the release has '" + id + "'");
        }
        return known;
    }
}
