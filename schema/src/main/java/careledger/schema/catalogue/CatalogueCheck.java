package careledger.schema.catalogue;

import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import careledger.schema.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What must hold of a whole catalogue: no gap, no double, no id that leads nowhere. */
final class CatalogueCheck {
    private static final String SNAKE = "[a-z0-9]+(_[a-z0-9]+)*";
    private static final String LOCAL = "[a-z0-9]+([_-][a-z0-9]+)*";
    private static final String AREA = "[A-Za-z0-9]+([_-][A-Za-z0-9]+)*";
    private static final int MOST_DECIMALS = 6;

    private final List<YamlProblem> problems = new ArrayList<>();
    private final Catalogue catalogue;
    private final Map<String, YamlMap> entries;

    private CatalogueCheck(Catalogue catalogue, Map<String, YamlMap> entries) {
        this.catalogue = catalogue;
        this.entries = entries;
    }

    /**
     * @param entries by what they are ({@code indicator cic_count}): what is wrong with one of them is reported there, with
     *     its line
     * @return what is wrong with the others
     */
    static List<YamlProblem> problems(
            Catalogue catalogue,
            Map<String, YamlMap> entries,
            List<Topic> topics,
            List<Indicator> indicators,
            List<Area> areas,
            List<Dimension> dimensions) {
        CatalogueCheck check = new CatalogueCheck(catalogue, entries);
        check.unique("topic", topics, Topic::id, one -> "topic " + one.id());
        check.unique("indicator", indicators, Indicator::id, one -> "indicator " + one.id());
        check.unique(
                "indicator title",
                indicators.stream().filter(one -> !one.title().isBlank()).toList(),
                Indicator::title,
                one -> "indicator " + one.id());
        check.unique("area", areas, Area::id, one -> "area " + one.id());
        check.unique("dimension", dimensions, Dimension::id, one -> "dimension " + one.id());
        indicators.forEach(check::indicator);
        areas.forEach(check::area);
        areas.forEach(check::successors);
        check.areaNames(areas);
        dimensions.forEach(check::dimension);
        return check.problems;
    }

    private void indicator(Indicator indicator) {
        String id = indicator.id();
        String what = "indicator " + id;
        require(what, id.matches(SNAKE), "Indicator '" + id + "' should be snake_case, as in 'cic_count'.");
        require(what, !indicator.title().isBlank(), "Indicator '" + id + "' needs a title.");
        require(
                what,
                indicator.decimals() >= 0 && indicator.decimals() <= MOST_DECIMALS,
                "Indicator '" + id + "' has " + indicator.decimals() + " decimals; expected 0 to " + MOST_DECIMALS
                        + ".");
        require(
                what,
                (indicator.polarity() == Polarity.NONE)
                        == indicator.polarityReason().isEmpty(),
                indicator.polarity() == Polarity.NONE
                        ? "Indicator '" + id + "' has a polarityReason and no polarity; say which way is good, or leave"
                                + " the reason out."
                        : "Indicator '" + id + "' needs a polarityReason: one sentence on why that way is good.");
        indicator.sibling().ifPresent(sibling -> known(id, "sibling", sibling));
        indicator.related().forEach(related -> known(id, "related", related.indicator()));
        require(
                what,
                indicator.related().stream()
                        .noneMatch(related -> related.indicator().equals(id)),
                "Indicator '" + id + "' is related to itself.");
        unique("related indicator of " + id, indicator.related(), RelatedIndicator::indicator, one -> what);
        unique("definition", indicator.definitions(), Definition::id, one -> what);
        require(
                what,
                indicator.definitions().stream().filter(Definition::primary).count() == 1,
                "Indicator '" + id + "' needs exactly one definition with 'primary: true'.");
        indicator.definitions().forEach(definition -> definition(what, definition));
    }

    private void definition(String what, Definition definition) {
        require(
                what,
                definition.localId().matches(LOCAL),
                "The id of the definition '" + definition.id() + "' should be snake_case.");
        require(
                what,
                !definition.text().isBlank(),
                "Definition '" + definition.id() + "' needs a text that says what is counted.");
        require(
                what,
                definition.comparableWithPrevious() == definition.breakReason().isEmpty(),
                definition.comparableWithPrevious()
                        ? "Definition '" + definition.id() + "' is comparable with the one before it, or the first, and"
                                + " has a breakReason; leave one of the two out."
                        : "Definition '" + definition.id()
                                + "' needs 'comparable: true', or a breakReason that says why"
                                + " its figures must not be compared with those of the definition before it.");
        require(
                what,
                !definition.wordings().isEmpty(),
                "Definition '" + definition.id() + "' names no source that measures so; list them under 'sources', as"
                        + " in {annual-report-2019-20: its words}.");
        require(
                what,
                definition.validFrom().isEmpty()
                        || definition.validTo().isEmpty()
                        || !definition
                                .validTo()
                                .get()
                                .isBefore(definition.validFrom().get()),
                "Definition '" + definition.id() + "' ends before it begins.");
    }

    private void known(String indicator, String relation, String id) {
        if (catalogue.indicator(id).isPresent()) {
            return;
        }
        require(
                "indicator " + indicator,
                false,
                "Indicator '" + indicator + "' names '" + id + "' as " + relation + ", which is not in the catalogue."
                        + Nearest.sentence(
                                id,
                                catalogue.indicators().stream()
                                        .map(Indicator::id)
                                        .toList()));
    }

    private void area(Area area) {
        String what = "area " + area.id();
        require(
                what,
                area.id().matches(AREA),
                "The id of the area '" + area.id()
                        + "' should be its code, such as E10000018, or words joined by '-'.");
        require(what, !area.name().isBlank(), "Area '" + area.id() + "' needs a name.");
        area.parent()
                .ifPresent(parent -> require(
                        what,
                        catalogue.areas().stream().anyMatch(known -> known.id().equals(parent)),
                        "Area '" + area.id() + "' lies in '" + parent + "', which is not in the catalogue."
                                + Nearest.sentence(parent, catalogue.areaNames())));
        require(what, !area.parent().equals(Optional.of(area.id())), "Area '" + area.id() + "' lies in itself.");
    }

    private void successors(Area area) {
        String what = "area " + area.id();
        require(
                what,
                area.successors().isEmpty() || area.existedTo().isPresent(),
                "Area '" + area.id() + "' has successors and no last day; say it with existedTo.");
        for (String successor : area.successors()) {
            require(
                    what,
                    catalogue.areas().stream().anyMatch(known -> known.id().equals(successor)),
                    "Area '" + area.id() + "' was followed by '" + successor + "', which is not in the catalogue."
                            + Nearest.sentence(successor, catalogue.areaNames()));
        }
    }

    private void areaNames(List<Area> areas) {
        Map<String, String> owners = new HashMap<>();
        for (Area area : areas) {
            names("area " + area.id(), owners, area.id(), Catalogue.printedNames(area), "Area name");
        }
    }

    private void dimension(Dimension dimension) {
        String what = "dimension " + dimension.id();
        require(what, dimension.id().matches(SNAKE), "Dimension '" + dimension.id() + "' should be snake_case.");
        require(what, !dimension.title().isBlank(), "Dimension '" + dimension.id() + "' needs a title.");
        require(
                what,
                !dimension.members().isEmpty(),
                "Dimension '" + dimension.id() + "' has no members; list them under 'members'.");
        unique("member of " + dimension.id(), dimension.members(), Member::id, one -> what);
        require(
                what,
                dimension.members().stream().filter(Member::total).count() <= 1,
                "Dimension '" + dimension.id() + "' has several members with 'total: true'; expected one at most.");
        Map<String, String> owners = new HashMap<>();
        for (Member member : dimension.members()) {
            require(
                    what,
                    member.id().matches(SNAKE),
                    "Member '" + member.id() + "' of " + dimension.id() + " should be snake_case.");
            require(
                    what,
                    !member.title().isBlank(),
                    "Member '" + member.id() + "' of " + dimension.id() + " needs a title.");
            names(what, owners, member.id(), Catalogue.printedNames(member), "Member name of " + dimension.id());
        }
    }

    private void names(String what, Map<String, String> owners, String owner, List<String> names, String kind) {
        for (String name : names) {
            String other = owners.putIfAbsent(Catalogue.key(name), owner);
            require(
                    what,
                    other == null || other.equals(owner),
                    kind + " '" + name + "' leads to '" + other + "' and to '" + owner
                            + "'; take it from one of them.");
        }
    }

    private <T> void unique(String kind, List<T> things, Function<T, String> id, Function<T, String> what) {
        Map<String, T> seen = new HashMap<>();
        for (T thing : things) {
            T before = seen.putIfAbsent(id.apply(thing), thing);
            String first = before == null ? "" : what.apply(before);
            require(
                    what.apply(thing),
                    before == null,
                    "The " + kind + " '" + id.apply(thing) + "' is there twice"
                            + (first.equals(what.apply(thing)) ? "" : ", first as the " + first + place(first))
                            + "; give one of the two another.");
        }
    }

    /** Where an entry is, unless it is in the project's own catalogue. */
    private String place(String what) {
        YamlMap entry = entries.get(what);
        if (entry == null) {
            return "";
        }
        YamlProblem at = entry.at("id", "");
        return " in " + at.file() + ", line " + at.line();
    }

    private void require(String what, boolean holds, String message) {
        if (holds) {
            return;
        }
        YamlMap entry = entries.get(what);
        if (entry == null) {
            problems.add(new YamlProblem("catalogue", 0, 0, message));
        } else {
            entry.problemHere("id", message);
        }
    }
}
