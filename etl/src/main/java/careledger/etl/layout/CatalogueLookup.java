package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Dimension;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Member;
import careledger.schema.mapping.Delivery;
import careledger.schema.observation.Rag;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks printed words up in a delivery's catalogue; what is not known is refused with the nearest known. */
final class CatalogueLookup {
    private static final Map<String, Rag> RAGS = Map.of(
            "RED", Rag.RED, "R", Rag.RED, "AMBER", Rag.AMBER, "A", Rag.AMBER, "GREEN", Rag.GREEN, "G", Rag.GREEN);

    private final Delivery delivery;
    private final Catalogue catalogue;
    private final List<RejectionReason> refusals;

    CatalogueLookup(Delivery delivery, List<RejectionReason> refusals) {
        this.delivery = delivery;
        this.catalogue = delivery.catalogue();
        this.refusals = refusals;
    }

    Optional<Indicator> indicator(String column, String id) {
        Optional<Indicator> indicator = catalogue.indicator(id);
        if (indicator.isEmpty()) {
            List<String> known =
                    catalogue.indicators().stream().map(Indicator::id).toList();
            refuse(column, id, Rule.INDICATOR_UNKNOWN, "There is no indicator '" + id + "'." + nearest(id, known));
        }
        return indicator;
    }

    Optional<String> area(String column, String printed) {
        Optional<String> area = catalogue.area(printed).map(known -> known.id());
        if (area.isEmpty()) {
            refuse(
                    column,
                    printed,
                    Rule.AREA_UNKNOWN,
                    "There is no area '" + printed + "'." + nearest(printed, catalogue.areaNames()));
        }
        return area;
    }

    /** @param name printed beside the code; one that is of another area is refused */
    Optional<String> areaByCode(String column, String code, String name) {
        Optional<Area> area = catalogue.area(code);
        Optional<Area> named = name.isBlank() ? Optional.empty() : catalogue.area(name);
        if (area.isPresent() && named.isPresent() && !agree(area.get(), named.get())) {
            refuse(
                    column,
                    code,
                    Rule.AREA_UNKNOWN,
                    "The code '" + code + "' is of " + area.get().name() + ", but the name beside it is '" + name
                            + "'; nobody can say which is meant.");
            return Optional.empty();
        }
        if (area.isEmpty()) {
            refuse(
                    column,
                    code,
                    Rule.AREA_UNKNOWN,
                    "There is no area of the code '" + code + "' (" + name + ")."
                            + nearest(name.isBlank() ? code : name, catalogue.areaNames()));
        }
        return area.map(Area::id);
    }

    /** An authority that was abolished had the plain name of its successor: Dorset was Dorset before April 2019 too. */
    private static boolean agree(Area ofCode, Area ofName) {
        return ofCode.id().equals(ofName.id())
                || (ofCode.successors().contains(ofName.id()) && ofCode.name().startsWith(ofName.name() + " ("));
    }

    Optional<Member> member(String column, String dimension, String printed) {
        Optional<Member> member = catalogue.member(dimension, printed);
        if (member.isEmpty()) {
            refuse(
                    column,
                    printed,
                    Rule.MEMBER_UNKNOWN,
                    "The dimension '" + dimension + "' has no member '" + printed + "'."
                            + nearest(printed, catalogue.memberNames(dimension)));
        }
        return member;
    }

    /** Refuses a word that is none of those that the mapping lists for its column. */
    void unlisted(String column, String printed, Collection<String> listed) {
        refuse(
                column,
                printed,
                Rule.MEMBER_UNKNOWN,
                "extract.yaml does not say what '" + printed + "' means in this column."
                        + Nearest.sentence(printed, listed));
    }

    /** Members by dimension of {@code dimension=member;…}; one that stands for the whole is left out. */
    SortedMap<String, String> breakdown(String column, String printed) {
        SortedMap<String, String> members = new TreeMap<>();
        if (printed.isBlank() || printed.strip().equals("total")) {
            return members;
        }
        for (String pair : printed.split(";", -1)) {
            int equals = pair.indexOf('=');
            String dimension = pair.substring(0, Math.max(equals, 0)).strip();
            if (equals < 0) {
                refuse(
                        column,
                        printed,
                        Rule.CODE_UNKNOWN,
                        "Found '" + pair + "', expected dimension=member pairs with ';' between them.");
            } else if (members.containsKey(dimension)) {
                refuse(column, printed, Rule.CODE_UNKNOWN, "The dimension '" + dimension + "' occurs twice; keep one.");
            } else if (knownDimension(column, printed, dimension)) {
                member(column, dimension, pair.substring(equals + 1).strip())
                        .filter(member -> !member.total())
                        .ifPresent(member -> members.put(dimension, member.id()));
            }
        }
        return members;
    }

    Optional<Definition> definition(String column, String source, Indicator indicator) {
        Optional<Definition> definition = delivery.definition(indicator, source, Optional.empty());
        if (definition.isEmpty()) {
            refuse(
                    column,
                    indicator.id(),
                    Rule.DEFINITION_UNKNOWN,
                    "The catalogue does not say by which definition '" + source + "' measures '" + indicator.id()
                            + "'; known: "
                            + String.join(
                                    ", ",
                                    indicator.definitions().stream()
                                            .map(Definition::localId)
                                            .toList())
                            + ".");
        }
        return definition;
    }

    Optional<Rag> rag(String column, String printed) {
        return code(column, printed, text -> Optional.ofNullable(RAGS.get(text)), "RED, AMBER or GREEN");
    }

    OptionalInt quartile(String column, String printed) {
        Optional<Integer> quartile = code(
                column,
                printed,
                text -> text.matches("[1-4]") ? Optional.of(Integer.valueOf(text)) : Optional.empty(),
                "1, 2, 3 or 4");
        return quartile.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** A value of an enum, written as its constant in any case. */
    <E extends Enum<E>> Optional<E> constant(String column, String printed, Class<E> type) {
        List<String> known =
                List.of(type.getEnumConstants()).stream().map(Enum::name).toList();
        return code(
                column,
                printed,
                text -> known.contains(text) ? Optional.of(Enum.valueOf(type, text)) : Optional.empty(),
                "one of " + String.join(", ", known));
    }

    private <T> Optional<T> code(String column, String printed, Function<String, Optional<T>> known, String expected) {
        if (printed.isBlank()) {
            return Optional.empty();
        }
        Optional<T> code = known.apply(printed.strip().toUpperCase(Locale.ROOT));
        if (code.isEmpty()) {
            refuse(column, printed, Rule.CODE_UNKNOWN, "Found '" + printed + "', expected " + expected + ".");
        }
        return code;
    }

    private boolean knownDimension(String column, String printed, String dimension) {
        boolean known = catalogue.dimension(dimension).isPresent();
        if (!known) {
            List<String> ids =
                    catalogue.dimensions().stream().map(Dimension::id).toList();
            refuse(
                    column,
                    printed,
                    Rule.DIMENSION_UNKNOWN,
                    "There is no dimension '" + dimension + "'." + nearest(dimension, ids));
        }
        return known;
    }

    private static String nearest(String asked, List<String> known) {
        return Nearest.sentence(asked, known);
    }

    private void refuse(String column, String text, Rule rule, String reason) {
        refusals.add(RejectionReason.of(column, text, rule, reason));
    }
}
