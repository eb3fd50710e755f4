package careledger.answers.catalogue;

import careledger.answers.query.ResultRow;
import careledger.answers.query.Sql;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.star.ObservationColumn;
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
        sources = each(sql, "source_id, source_title, published_on, published_on_note", OfSource::read, OfSource::id);
    }

    /** Reads those of all figures of the table {@code observation}. */
    public static DimensionAttributes load(Sql sql) throws SQLException {
        return new DimensionAttributes(sql);
    }

    /** The attributes that follow from the ids of a figure. */
    public OfFigure of(String indicator, String area, String period, String breakdown, String source) {
        return new OfFigure(
                known(indicators, indicator),
                known(areas, area),
                known(periods, period),
                known(breakdowns, breakdown),
                known(sources, source));
    }

    /** What is the same of all figures with one of its ids. */
    public record OfFigure(
            OfIndicator indicator, OfArea area, PeriodEntry period, OfBreakdown breakdown, OfSource source) {
        /** The value of a column that follows from an id. */
        public @Nullable Object value(ObservationColumn column) {
            return switch (column) {
                case INDICATOR_TITLE -> indicator.title();
                case TOPIC -> indicator.topic();
                case UNIT -> indicator.unit();
                case POLARITY -> indicator.polarity();
                case AREA_NAME -> area.name();
                case AREA_KIND -> area.kind();
                case PERIOD_LABEL -> period.label();
                case PERIOD_KIND -> period.kind();
                case PERIOD_START -> period.start();
                case PERIOD_END -> period.end();
                case REPORTING_YEAR -> period.reportingYear();
                case BREAKDOWN_LABEL -> breakdown.label();
                case DIMENSION1 -> breakdown.dimension1();
                case MEMBER1 -> breakdown.member1();
                case DIMENSION2 -> breakdown.dimension2();
                case MEMBER2 -> breakdown.member2();
                case DIMENSION3 -> breakdown.dimension3();
                case MEMBER3 -> breakdown.member3();
                case SOURCE_TITLE -> source.title();
                case PUBLISHED_ON -> source.publishedOn();
                case PUBLISHED_ON_NOTE -> source.publishedOnNote();
                default -> throw new IllegalArgumentException(column + " does not follow from an id.");
            };
        }
    }

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

    /** @param publishedOnNote what of the day the document does not print; null where it prints it */
    public record OfSource(
            String id,
            String title,
            LocalDate publishedOn,
            @Nullable String publishedOnNote) {
        private static OfSource read(ResultRow row) throws SQLException {
            return new OfSource(row.text(), row.text(), row.day(), row.textOrNull());
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
