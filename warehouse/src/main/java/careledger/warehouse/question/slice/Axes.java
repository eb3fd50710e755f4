package careledger.warehouse.question.slice;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.period.TimePeriod;
import careledger.warehouse.question.catalogue.DimensionEntry;
import careledger.warehouse.question.catalogue.MemberEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.catalogue.TopicEntry;
import careledger.warehouse.question.observation.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the place of a figure on an axis, with the label and the order that people expect. */
final class Axes {
    private static final List<AreaKind> KINDS =
            List.of(AreaKind.AUTHORITY, AreaKind.NEIGHBOUR_GROUP, AreaKind.REGION, AreaKind.COUNTRY, AreaKind.OTHER);

    private final ReleaseCatalogue catalogue;
    private final String focusArea;
    private final Map<String, Integer> topicOrder = new HashMap<>();
    private final Map<String, Integer> dimensionOrder = new HashMap<>();
    private final Map<String, MemberEntry> members = new HashMap<>();

    /** @param focusArea comes before the others */
    Axes(ReleaseCatalogue catalogue, String focusArea) {
        this.catalogue = catalogue;
        this.focusArea = focusArea;
        catalogue.topics().forEach(topic -> topicOrder.put(topic.id(), topicOrder.size()));
        for (DimensionEntry dimension : catalogue.dimensions()) {
            dimensionOrder.put(dimension.id(), dimensionOrder.size());
            dimension.members().forEach(member -> members.put(dimension.id() + "=" + member.id(), member));
        }
    }

    AxisKey key(List<SliceAxis> axes, Observation figure) {
        return new AxisKey(axes.stream().map(axis -> value(axis, figure)).toList());
    }

    private AxisValue value(SliceAxis axis, Observation figure) {
        return switch (axis) {
            case INDICATOR ->
                new AxisValue(
                        figure.indicator(), figure.indicatorTitle(), List.of(catalogue.orderOf(figure.indicator())));
            case TOPIC ->
                new AxisValue(
                        figure.topic(),
                        catalogue.topic(figure.topic()).map(TopicEntry::title).orElse(figure.topic()),
                        List.of(topicOrder.getOrDefault(figure.topic(), Integer.MAX_VALUE)));
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
        String key = dimension + "=" + member;
        MemberEntry known = members.get(key);
        return new AxisValue(key, known == null ? member : known.title(), memberOrder(dimension, member));
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
        MemberEntry known = members.get(dimension + "=" + member);
        return List.of(
                dimensionOrder.getOrDefault(dimension, Integer.MAX_VALUE),
                known == null ? Integer.MAX_VALUE : known.order());
    }
}
