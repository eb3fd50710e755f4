package careledger.schema.mapping;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Dimension;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Member;
import careledger.schema.observation.Notes;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.star.ObservationColumn;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the words that all mappings share; one that the catalogue does not know is reported with the nearest known. */
final class MappingVocabulary {
    private static final Pattern SIGN =
            Pattern.compile("(?i)[-\u2010-\u2015\u2212+±%£€$<>≤≥=()]+|k|m|mn|bn|thousand|million|billion");

    private final Catalogue catalogue;

    MappingVocabulary(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Context context(YamlMap map) {
        return new Context(
                map.optionalText("area").flatMap(area -> area(map, area)),
                map.optional("period", TimePeriod::parse),
                breakdown(map),
                map.optionalConstant("valueKind", ValueKind.class),
                map.optionalText("definition"),
                notes(map),
                map.optionalText("locator"),
                scale(map));
    }

    /** What printed numbers are multiplied by. */
    static Optional<BigDecimal> scale(YamlMap map) {
        return map.optional("scale", Scale::parse);
    }

    /** How the numbers of a table are printed besides their digits. */
    static PrintedNumbers printed(YamlMap map) {
        Map<String, String> marks = new HashMap<>();
        YamlMap said = map.map("marks");
        for (String mark : said.keys()) {
            if (mark.isBlank() || mark.matches(".*[0-9.,].*")) {
                said.problem(
                        mark,
                        "A mark is next to a number and has no digit, point or comma of its own; raised"
                                + " digits are written ¹²³.");
            }
            if (SIGN.matcher(mark.strip()).matches()) {
                said.problem(
                        mark,
                        "'" + mark + "' beside a number changes what the number says, so it is no mark. "
                                + "A minus and a percent sign are read as they are; say 'negative: brackets' for (12),"
                                + " 'scale' for k and m, and list bounds such as <5 under 'symbols'.");
            }
            marks.put(mark, said.text(mark));
        }
        String negative = map.optionalText("negative").orElse("sign");
        if (!negative.equals("sign") && !negative.equals("brackets")) {
            map.problem("negative", "'negative' is '" + negative + "', expected sign or brackets.");
        }
        List<String> zeros = map.texts("zero");
        zeros.stream()
                .filter(word -> word.matches(".*[0-9].*"))
                .forEach(word -> map.problem(
                        "zero", "'" + word + "' has digits; 'zero' lists words and dashes that stand for 0."));
        return new PrintedNumbers(
                marks,
                negative.equals("brackets"),
                grades(map),
                Set.copyOf(zeros),
                map.optional("duration", PrintedDuration::parse));
    }

    /** {@code {Outstanding: 1, Good: 2}}. */
    private static Map<String, BigDecimal> grades(YamlMap map) {
        Map<String, BigDecimal> grades = new HashMap<>();
        YamlMap said = map.map("grades");
        for (String word : said.keys()) {
            if (word.isBlank() || word.matches(".*[0-9].*")) {
                said.problem(word, "'" + word + "' is no grade in words.");
            }
            said.optional(word, MappingVocabulary::gradeNumber).ifPresent(number -> {
                if (grades.containsValue(number)) {
                    said.problem(word, "The number " + number + " is that of another grade, too.");
                }
                grades.put(word, number);
            });
        }
        return grades;
    }

    private static BigDecimal gradeNumber(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("expected a whole number, the place of the grade in its order.");
        }
        return new BigDecimal(text);
    }

    /** The columns that a mapping may set, each under its key. */
    static Notes notes(YamlMap map) {
        Notes notes = Notes.NONE;
        for (ObservationColumn column : ObservationColumn.settable()) {
            notes = notes.with(column, column.key().flatMap(map::optionalText));
        }
        return notes;
    }

    Level level(YamlMap map) {
        return new Level(context(map), templates(map), figures(map));
    }

    /** Members by dimension; a member that stands for the whole is left out. */
    SortedMap<String, String> breakdown(YamlMap map) {
        return members(map.map("breakdown"));
    }

    /** Of keys that are dimensions. */
    SortedMap<String, String> members(YamlMap said) {
        SortedMap<String, String> members = new TreeMap<>();
        for (String dimension : said.keys()) {
            if (known(said, dimension, dimension)) {
                member(said, dimension, dimension, said.text(dimension))
                        .filter(member -> !member.total())
                        .ifPresent(member -> members.put(dimension, member.id()));
            }
        }
        return members;
    }

    /** Whether there is such a dimension; reported under the key where there is not. */
    boolean known(YamlMap map, String key, String dimension) {
        boolean known = catalogue.dimension(dimension).isPresent();
        if (!known) {
            map.problem(
                    key,
                    "There is no dimension '" + dimension + "'."
                            + Nearest.sentence(dimension, ids(catalogue.dimensions(), Dimension::id)));
        }
        return known;
    }

    Optional<Member> member(YamlMap map, String key, String dimension, String printed) {
        Optional<Member> member = catalogue.member(dimension, printed);
        if (member.isEmpty()) {
            map.problem(
                    key,
                    "The dimension '" + dimension + "' has no member '" + printed + "'."
                            + Nearest.sentence(printed, catalogue.memberNames(dimension)));
        }
        return member;
    }

    /** The id unchanged; an unknown indicator is reported. */
    String indicator(YamlMap map, String key) {
        String id = map.text(key);
        indicatorNamed(map, key, id);
        return id;
    }

    void indicatorNamed(YamlMap map, String key, String id) {
        if (!id.isEmpty() && catalogue.indicator(id).isEmpty()) {
            map.problem(
                    key,
                    "There is no indicator '" + id + "'."
                            + Nearest.sentence(id, ids(catalogue.indicators(), Indicator::id)));
        }
    }

    Map<String, ObsStatus> symbols(YamlMap map) {
        Map<String, ObsStatus> symbols = new HashMap<>();
        YamlMap said = map.map("symbols");
        for (String symbol : said.keys()) {
            ObsStatus status = said.constant(symbol, ObsStatus.class);
            if (status == ObsStatus.NORMAL) {
                said.problem(symbol, "A symbol stands for a figure that is not there; NORMAL is one that is.");
            }
            symbols.put(symbol, status);
        }
        return symbols;
    }

    private List<CellTemplate> templates(YamlMap map) {
        List<CellTemplate> templates = new ArrayList<>();
        for (String text : map.texts("cell")) {
            try {
                templates.add(CellTemplate.parse(text));
            } catch (IllegalArgumentException e) {
                map.problem("cell", "'" + text + "' is no way to print a cell: " + e.getMessage() + ".");
            }
        }
        return templates;
    }

    /** Figures by placeholder; {@code indicator: x} is short for one figure called value. */
    private List<Figure> figures(YamlMap map) {
        if (map.has("indicator") && map.has("figures")) {
            map.problem(
                    "figures",
                    "Expected either 'indicator' (the one figure is then called value) or 'figures', not both and not neither.");
        }
        if (map.has("indicator")) {
            return List.of(Figure.plain("value", indicator(map, "indicator")));
        }
        List<Figure> figures = new ArrayList<>();
        YamlMap said = map.map("figures");
        for (String placeholder : said.keys()) {
            if (CellTemplate.REMARKS.contains(placeholder)) {
                said.problem(placeholder, "'" + placeholder + "' is a remark on a figure and no figure itself.");
            }
            figures.add(
                    said.holdsKeys(placeholder)
                            ? figure(placeholder, said.map(placeholder))
                            : Figure.plain(placeholder, indicator(said, placeholder)));
        }
        return figures;
    }

    private Figure figure(String placeholder, YamlMap map) {
        Figure figure = new Figure(
                placeholder,
                indicator(map, "indicator"),
                part(map, "numerator"),
                part(map, "denominator"),
                map.optionalText("definition"),
                breakdown(map),
                scale(map),
                map.optional("period", TimePeriod::parse),
                map.optionalConstant("valueKind", ValueKind.class));
        map.finish();
        return figure;
    }

    private static Optional<Part> part(YamlMap map, String key) {
        if (map.holdsKeys(key)) {
            YamlMap said = map.map(key);
            Part part = new Part.Elsewhere(
                    said.optionalText("row"), said.optionalText("column"), said.optionalText("figure"));
            said.finish();
            return Optional.of(part);
        }
        return map.optionalText(key).map(MappingVocabulary::part);
    }

    private static Part part(String text) {
        int minus = text.indexOf(" - ");
        if (minus > 0) {
            return new Part.Difference(
                    text.substring(0, minus).strip(), text.substring(minus + 3).strip());
        }
        return switch (text) {
            case "beside" -> new Part.Beside();
            case "above" -> new Part.Above();
            default -> new Part.SameCell(text);
        };
    }

    private Optional<String> area(YamlMap map, String printed) {
        Optional<String> area = catalogue.area(printed).map(known -> known.id());
        if (area.isEmpty()) {
            map.problem(
                    "area", "There is no area '" + printed + "'." + Nearest.sentence(printed, catalogue.areaNames()));
        }
        return area;
    }

    private static <T> List<String> ids(Iterable<T> known, Function<T, String> id) {
        List<String> ids = new ArrayList<>();
        known.forEach(one -> ids.add(id.apply(one)));
        return ids;
    }
}
