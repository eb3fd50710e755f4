package careledger.answers.slice;

import careledger.answers.catalogue.MemberEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.TopicEntry;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.period.TimePeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the place of a figure on an axis, with the label and the order that people expect. */
final class Axes {
    private static final List<AreaKind> KINDS =
            List.of(AreaKind.AUTHORITY, AreaKind.NEIGHBOUR_GROUP, AreaKind.REGION, AreaKind.COUNTRY, AreaKind.OTHER);

    private final ReleaseCatalogue catalogue;
    private final String focusArea;
    private final Map<SliceAxis, Map<Object, AxisValue>> known = new EnumMap<>(SliceAxis.class);

    /** @param focusArea comes before the others */
    Axes(ReleaseCatalogue catalogue, String focusArea) {
        this.catalogue = catalogue;
        this.focusArea = focusArea;
    }

    AxisKey key(List<SliceAxis> axes, Observation figure) {
        List<AxisValue> values = new ArrayList<>(axes.size());
        for (SliceAxis axis : axes) {
            values.add(value(axis, figure));
        }
        return new AxisKey(values);
    }

    /** The same for all figures at one place. */
    private AxisValue value(SliceAxis axis, Observation figure) {
        return known.computeIfAbsent(axis, any -> new HashMap<>())
                .computeIfAbsent(place(axis, figure), any -> made(axis, figure));
    }

    /** What decides the value. */
    private static Object place(SliceAxis axis, Observation figure) {
        return switch (axis) {
            case INDICATOR -> figure.indicator();
            case TOPIC -> figure.topic();
            case AREA -> figure.area();
            case PERIOD -> figure.period();
            case REPORTING_YEAR -> figure.reportingYear();
            case BREAKDOWN, DIMENSION1, DIMENSION2 -> figure.breakdown();
            case VALUE_KIND -> figure.valueKind();
            case SOURCE -> figure.source();
        };
    }

    private AxisValue made(SliceAxis axis, Observation figure) {
        return switch (axis) {
            case INDICATOR ->
                new AxisValue(
                        figure.indicator(), figure.indicatorTitle(), List.of(catalogue.orderOf(figure.indicator())));
            case TOPIC -> topic(figure.topic());
            case AREA -> area(figure);
            case PERIOD ->
                new AxisValue(figure.period(), figure.periodLabel(), List.of(figure.periodEnd(), figure.periodStart()));
            case REPORTING_YEAR -> reportingYear(figure.reportingYear());
            case BREAKDOWN -> new AxisValue(figure.breakdown(), figure.breakdownLabel(), breakdownOrder(figure));
            case DIMENSION1 -> member(figure.dimension1(), figure.member1());
            case DIMENSION2 -> member(figure.dimension2(), figure.member2());
            case VALUE_KIND ->
                new AxisValue(
                        figure.valueKind().name(),
                        SliceCell.sentence(figure.valueKind().name()),
                        List.of(figure.valueKind()));
            case SOURCE ->
                new AxisValue(
                        figure.source(), figure.sourceTitle(), List.of(figure.publishedOn(), figure.sourceTitle()));
        };
    }

    private AxisValue topic(String id) {
        return new AxisValue(
                id,
                catalogue.topic(id).map(TopicEntry::title).orElse(id),
                List.of(order(catalogue.topics(), topic -> topic.id().equals(id))));
    }

    private AxisValue area(Observation figure) {
        int focus = figure.area().equals(focusArea) ? 0 : 1;
        return new AxisValue(
                figure.area(), figure.areaName(), List.of(focus, KINDS.indexOf(figure.areaKind()), figure.areaName()));
    }

    private static AxisValue reportingYear(int year) {
        return new AxisValue(
                Integer.toString(year), TimePeriod.financialYear(year).label(), List.of(year));
    }

    private AxisValue member(@Nullable String dimension, @Nullable String member) {
        if (dimension == null || member == null) {
            return new AxisValue("total", "Total", List.of(-1, 0));
        }
        return new AxisValue(
                dimension + "=" + member,
                entry(dimension, member).map(MemberEntry::title).orElse(member),
                memberOrder(dimension, member));
    }

    private List<Comparable<?>> breakdownOrder(Observation figure) {
        List<Comparable<?>> order = new ArrayList<>();
        order.addAll(memberOrder(figure.dimension1(), figure.member1()));
        order.addAll(memberOrder(figure.dimension2(), figure.member2()));
        order.addAll(memberOrder(figure.dimension3(), figure.member3()));
        return order;
    }

    private List<Comparable<?>> memberOrder(@Nullable String dimension, @Nullable String member) {
        if (dimension == null || member == null) {
            return List.of(-1, 0);
        }
        return List.of(
                order(catalogue.dimensions(), entry -> entry.id().equals(dimension)),
                entry(dimension, member).map(MemberEntry::order).orElse(Integer.MAX_VALUE));
    }

    private Optional<MemberEntry> entry(String dimension, String member) {
        return catalogue.dimension(dimension).flatMap(entry -> entry.member(member));
    }

    /** Place of the one that is meant among all, from 0; after all where there is none. */
    private static <T> int order(Collection<T> all, Predicate<T> meant) {
        int order = 0;
        for (T one : all) {
            if (meant.test(one)) {
                return order;
            }
            order++;
        }
        return Integer.MAX_VALUE;
    }
}
