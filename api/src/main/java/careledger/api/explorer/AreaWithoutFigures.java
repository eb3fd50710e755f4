package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.schema.catalogue.AreaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of an area says that has no figures: why, what is known of it, and where there are some. */
final class AreaWithoutFigures {
    private static final int MOST = 24;

    private final AreaEntry area;
    private final PageVisit visit;
    private final ReleaseCatalogue catalogue;

    AreaWithoutFigures(AreaEntry area, PageVisit visit) {
        this.area = area;
        this.visit = visit;
        this.catalogue = visit.catalogue();
    }

    String lead() {
        return catalogue.figuresOf(area) == 0
                ? "None of the documents that are loaded here prints a figure for " + area.name() + "."
                : "The documents that are loaded here print no figure for all children of " + area.name()
                        + " together, only for groups of them, for targets or without a value.";
    }

    /** Sentences. */
    List<String> known() {
        List<String> known = new ArrayList<>();
        known.add(area.name() + " is " + kind(area.kind())
                + parent().map(parent -> " in " + parent.name()).orElse("") + ", with the code " + area.id() + ".");
        if (area.existedFrom() != null) {
            known.add("It has existed since " + Words.day(area.existedFrom()) + ".");
        }
        if (area.existedTo() != null) {
            String successors = successors().map(AreaEntry::name).collect(Collectors.joining(" and "));
            known.add("It existed until " + Words.day(area.existedTo())
                    + (successors.isEmpty() ? "." : ", and was followed by " + successors + "."));
        }
        return known;
    }

    /** Those that followed it, what it lies in, its neighbours in the same region, the area of the service. */
    List<Action> elsewhere() {
        Stream<AreaEntry> beside = catalogue.areas().stream()
                .filter(other -> area.parentId() != null && area.parentId().equals(other.parentId()))
                .filter(other -> other.kind() == area.kind())
                .sorted(Comparator.comparing(AreaEntry::name));
        Stream<AreaEntry> usual =
                Stream.of(visit.focus(), IndicatorPage.COUNTRY).flatMap(id -> catalogue.area(id).stream());
        Stream<Action> near = Stream.of(successors(), parent().stream(), usual, beside)
                .flatMap(areas -> areas)
                .filter(other -> !other.id().equals(area.id()) && catalogue.figuresOf(other) > 0)
                .distinct()
                .limit(MOST)
                .map(other -> new Action(other.name(), Route.AREA.of(other.id()).link()));
        return Stream.concat(
                        near,
                        Stream.of(new Action("All areas", Route.AREAS.address().link())))
                .toList();
    }

    private Optional<AreaEntry> parent() {
        return Optional.ofNullable(area.parentId()).flatMap(catalogue::area);
    }

    private Stream<AreaEntry> successors() {
        return area.successorIds().stream().flatMap(id -> catalogue.area(id).stream());
    }

    private static String kind(AreaKind kind) {
        return switch (kind) {
            case AUTHORITY -> "a council";
            case REGION -> "a region";
            case COUNTRY -> "a country";
            case NEIGHBOUR_GROUP -> "a group of statistical neighbours";
            case OTHER -> "an area of its own kind";
        };
    }
}
