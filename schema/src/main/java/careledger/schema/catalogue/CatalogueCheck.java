package careledger.schema.catalogue;

import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What must hold of a whole catalogue: no gap, no double, no id that leads nowhere. */
final class CatalogueCheck {
    private static final String SNAKE = "[a-z0-9]+(_[a-z0-9]+)*";

    private final List<YamlProblem> problems = new ArrayList<>();
    private final Catalogue catalogue;

    private CatalogueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static List<YamlProblem> problems(
            Catalogue catalogue,
            List<Topic> topics,
            List<Indicator> indicators,
            List<Area> areas,
            List<Dimension> dimensions) {
        CatalogueCheck check = new CatalogueCheck(catalogue);
        check.unique("topic", topics, Topic::id);
        check.unique("indicator", indicators, Indicator::id);
        check.unique("indicator title", indicators, Indicator::title);
        check.unique("area", areas, Area::id);
        check.unique("dimension", dimensions, Dimension::id);
        indicators.forEach(check::indicator);
        areas.forEach(check::area);
        areas.forEach(check::successors);
        check.areaNames(areas);
        dimensions.forEach(check::dimension);
        return check.problems;
    }

    private void indicator(Indicator indicator) {
        String id = indicator.id();
        require(id.matches(SNAKE), "Indicator '" + id + "' should be snake_case.");
        require(
                (indicator.polarity() == Polarity.NONE)
                        == indicator.polarityReason().isEmpty(),
                "Indicator '" + id + "' needs a polarityReason exactly when it has a polarity.");
        indicator.sibling().ifPresent(sibling -> known(id, "sibling", sibling));
        indicator.related().forEach(related -> known(id, "related", related.indicator()));
        require(
                indicator.related().stream()
                        .noneMatch(related -> related.indicator().equals(id)),
                "Indicator '" + id + "' is related to itself.");
        unique("related indicator of " + id, indicator.related(), RelatedIndicator::indicator);
        unique("definition of " + id, indicator.definitions(), Definition::id);
        require(
                indicator.definitions().stream().filter(Definition::primary).count() == 1,
                "Indicator '" + id + "' needs exactly one definition with 'primary: true'.");
        indicator.definitions().forEach(this::definition);
    }

    private void definition(Definition definition) {
        require(
                definition.comparableWithPrevious() == definition.breakReason().isEmpty(),
                "Definition '" + definition.id() + "' needs a breakReason exactly when it is not comparable.");
        require(
                !definition.wordings().isEmpty(),
                "Definition '" + definition.id() + "' names no source that measures so.");
        require(
                definition.validFrom().isEmpty()
                        || definition.validTo().isEmpty()
                        || !definition
                                .validTo()
                                .get()
                                .isBefore(definition.validFrom().get()),
                "Definition '" + definition.id() + "' ends before it begins.");
    }

    private void known(String indicator, String what, String id) {
        if (catalogue.indicator(id).isPresent()) {
            return;
        }
        require(
                false,
                "Indicator '" + indicator + "' names '" + id + "' as " + what + ", which is not in the catalogue."
                        + Nearest.sentence(
                                id,
                                catalogue.indicators().stream()
                                        .map(Indicator::id)
                                        .toList()));
    }

    private void area(Area area) {
        area.parent()
                .ifPresent(parent -> require(
                        catalogue.areas().stream().anyMatch(known -> known.id().equals(parent)),
                        "Area '" + area.id() + "' lies in '" + parent + "', which is not in the catalogue."));
    }

    private void successors(Area area) {
        require(
                area.successors().isEmpty() || area.existedTo().isPresent(),
                "Area '" + area.id() + "' has successors and no last day; say it with existedTo.");
        for (String successor : area.successors()) {
            require(
                    catalogue.areas().stream().anyMatch(known -> known.id().equals(successor)),
                    "Area '" + area.id() + "' was followed by '" + successor + "', which is not in the catalogue.");
        }
    }

    private void areaNames(List<Area> areas) {
        Map<String, String> owners = new HashMap<>();
        for (Area area : areas) {
            names(owners, area.id(), Catalogue.printedNames(area), "Area name");
        }
    }

    private void dimension(Dimension dimension) {
        require(dimension.id().matches(SNAKE), "Dimension '" + dimension.id() + "' should be snake_case.");
        unique("member of " + dimension.id(), dimension.members(), Member::id);
        Map<String, String> owners = new HashMap<>();
        for (Member member : dimension.members()) {
            require(
                    member.id().matches(SNAKE),
                    "Member '" + member.id() + "' of " + dimension.id() + " should be snake_case.");
            names(owners, member.id(), Catalogue.printedNames(member), "Member name of " + dimension.id());
        }
    }

    private void names(Map<String, String> owners, String owner, List<String> names, String what) {
        for (String name : names) {
            String other = owners.putIfAbsent(Catalogue.key(name), owner);
            require(
                    other == null || other.equals(owner),
                    what + " '" + name + "' leads to '" + other + "' and to '" + owner + "'.");
        }
    }

    private <T> void unique(String what, List<T> things, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        things.forEach(thing ->
                require(seen.add(id.apply(thing)), "The " + what + " '" + id.apply(thing) + "' is there twice."));
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            problems.add(new YamlProblem("catalogue", 0, 0, message));
        }
    }
}
