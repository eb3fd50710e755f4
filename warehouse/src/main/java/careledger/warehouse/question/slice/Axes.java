package careledger.warehouse.question.slice;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.period.TimePeriod;
import careledger.warehouse.question.catalogue.DimensionAttributes.OfBreakdown;
import careledger.warehouse.question.catalogue.DimensionEntry;
import careledger.warehouse.question.catalogue.MemberEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.catalogue.TopicEntry;
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

    AxisKey key(List<SliceAxis> axes, SliceFigure figure) {
        return new AxisKey(axes.stream().map(axis -> value(axis, figure)).toList());
    }

    private AxisValue value(SliceAxis axis, SliceFigure figure) {
        return switch (axis) {
            case INDICATOR ->
                new AxisValue(
                        figure.indicator(),
                        figure.ofIndicator().title(),
                        List.of(catalogue.orderOf(figure.indicator())));
            case TOPIC ->
                new AxisValue(
                        figure.ofIndicator().topic(),
                        catalogue
                                .topic(figure.ofIndicator().topic())
                                .map(TopicEntry::title)
                                .orElse(figure.ofIndicator().topic()),
                        List.of(topicOrder.getOrDefault(figure.ofIndicator().topic(), Integer.MAX_VALUE)));
            case AREA -> area(figure);
            case PERIOD ->
                new AxisValue(
                        figure.period().id(),
                        figure.period().label(),
                        List.of(figure.period().end(), figure.period().start()));
            case REPORTING_YEAR -> reportingYear(figure.period().reportingYear());
            case BREAKDOWN ->
                new AxisValue(figure.breakdown(), figure.ofBreakdown().label(), breakdownOrder(figure.ofBreakdown()));
            case DIMENSION1 ->
                member(figure.ofBreakdown().dimension1(), figure.ofBreakdown().member1());
            case DIMENSION2 ->
                member(figure.ofBreakdown().dimension2(), figure.ofBreakdown().member2());
            case VALUE_KIND ->
                new AxisValue(
                        figure.valueKind().name(),
                        SliceCell.sentence(figure.valueKind().name()),
                        List.of(figure.valueKind()));
            case SOURCE ->
                new AxisValue(
                        figure.ofSource().id(),
                        figure.ofSource().title(),
                        List.of(
                                figure.ofSource().publishedOn(),
                                figure.ofSource().title()));
        };
    }

    private AxisValue area(SliceFigure figure) {
        int focus = figure.area().equals(focusArea) ? 0 : 1;
        return new AxisValue(
                figure.area(),
                figure.ofArea().name(),
                List.of(
                        focus,
                        KINDS.indexOf(figure.ofArea().kind()),
                        figure.ofArea().name()));
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

    private List<Comparable<?>> breakdownOrder(OfBreakdown breakdown) {
        List<Comparable<?>> order = new ArrayList<>();
        order.addAll(memberOrder(breakdown.dimension1(), breakdown.member1()));
        order.addAll(memberOrder(breakdown.dimension2(), breakdown.member2()));
        order.addAll(memberOrder(breakdown.dimension3(), breakdown.member3()));
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
