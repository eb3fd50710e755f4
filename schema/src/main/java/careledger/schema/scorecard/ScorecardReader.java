package careledger.schema.scorecard;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.observation.Breakdown;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import careledger.schema.yaml.YamlProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads scorecards: {@code scorecards/<id>.yaml}, one a card, in the order that {@code scorecards.yaml} lists them. */
public final class ScorecardReader {
    private static final String HOME = "/careledger/schema/scorecards/";

    private final Catalogue catalogue;
    private final List<YamlProblem> problems = new ArrayList<>();

    /** @param catalogue that the ids of a card must be in */
    public ScorecardReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The project's own cards by id. @throws IllegalStateException with every problem, where one does not hold */
    public static Map<String, Scorecard> builtIn() {
        return BuiltIn.CARDS;
    }

    public List<YamlProblem> problems() {
        return List.copyOf(problems);
    }

    /** Reads one card; look at {@link #problems()} before using it. */
    public Scorecard read(YamlFile file) {
        YamlMap root = file.root();
        Scorecard card = card(root);
        ScorecardCheck.check(card, catalogue, root);
        root.finish();
        problems.addAll(file.problems());
        return card;
    }

    private Scorecard card(YamlMap root) {
        return new Scorecard(
                root.text("id"),
                root.text("title"),
                root.text("audience"),
                root.text("neighbours"),
                root.text("country"),
                root.has("replays") ? Optional.of(replay(root.map("replays"))) : Optional.empty(),
                root.has("annual") ? Optional.of(annual(root.map("annual"))) : Optional.empty(),
                root.maps("sections").stream().map(this::section).toList());
    }

    private static Replay replay(YamlMap map) {
        Map<String, Judged> directions = new HashMap<>();
        YamlMap printed = map.map("directions");
        directions(printed, "better", Judged.BETTER, directions);
        directions(printed, "worse", Judged.WORSE, directions);
        directions(printed, "steady", Judged.STEADY, directions);
        directions(printed, "noPolarity", Judged.NO_POLARITY, directions);
        printed.finish();
        map.text("period");
        Replay replay = new Replay(
                map.text("source"),
                map.text("locator"),
                map.optional("period", TimePeriod::parse).orElse(TimePeriod.financialYear(2000)),
                map.text("ragKey"),
                directions,
                map.text("measures"),
                map.text("benchmarked"),
                map.texts("notes"));
        map.finish();
        return replay;
    }

    private static void directions(YamlMap map, String key, Judged judged, Map<String, Judged> directions) {
        for (String printed : map.texts(key)) {
            if (directions.putIfAbsent(printed, judged) != null) {
                map.problem(key, "The direction '" + printed + "' occurs twice; keep one.");
            }
        }
    }

    private static Annual annual(YamlMap map) {
        Set<PeriodKind> kinds = map.texts("periodKinds").stream()
                .flatMap(text -> kind(map, text).stream())
                .collect(Collectors.toSet());
        map.text("day");
        Annual annual = new Annual(
                map.optionalInteger("firstYear").orElse(0),
                map.optional("day", ScorecardReader::day).orElse(MonthDay.of(3, 31)),
                kinds);
        map.finish();
        return annual;
    }

    private static Optional<PeriodKind> kind(YamlMap map, String text) {
        try {
            return Optional.of(PeriodKind.valueOf(text));
        } catch (IllegalArgumentException e) {
            map.problem(
                    "periodKinds", "'" + text + "' is no period kind; expected " + List.of(PeriodKind.values()) + ".");
            return Optional.empty();
        }
    }

    private static MonthDay day(String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected month and day as in 03-31", e);
        }
    }

    private ScorecardSection section(YamlMap map) {
        ScorecardSection section = new ScorecardSection(
                map.text("title"), map.maps("rows").stream().map(this::row).toList());
        map.finish();
        return section;
    }

    private ScorecardRow row(YamlMap map) {
        String id = map.text("indicator");
        Map<String, String> members = new TreeMap<>();
        YamlMap breakdown = map.map("breakdown");
        breakdown.keys().forEach(dimension -> members.put(dimension, breakdown.text(dimension)));
        Optional<String> change = map.optionalText("change");
        ScorecardCheck.row(id, members, catalogue, map);
        change.ifPresent(printed -> ScorecardCheck.indicator("change", printed, catalogue, map));
        ScorecardRow row = new ScorecardRow(
                map.optionalText("label")
                        .or(() -> catalogue.indicator(id).map(known -> known.title()))
                        .orElse(id),
                id,
                Breakdown.of(members).id(),
                catalogue.indicator(id).flatMap(known -> known.sibling()),
                change);
        map.finish();
        return row;
    }

    private static YamlFile file(String name) {
        try (InputStream in = ScorecardReader.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new IllegalStateException("The scorecards' " + name + " is not on the class path.");
            }
            return YamlFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The scorecards' " + name + " cannot be read from the class path.", e);
        }
    }

    private static Map<String, Scorecard> readAll() {
        ScorecardReader reader = new ScorecardReader(CatalogueReader.builtIn());
        YamlFile list = file("scorecards.yaml");
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        for (String id : list.root().texts("scorecards")) {
            Scorecard card = reader.read(file(id + ".yaml"));
            if (!card.id().equals(id) || cards.put(id, card) != null) {
                list.root().problem("scorecards", "'" + id + "' is there twice, or its file has another id.");
            }
        }
        reader.problems.addAll(list.problems());
        if (!reader.problems.isEmpty()) {
            throw new IllegalStateException("The scorecards do not hold together:\n"
                    + reader.problems.stream().map(YamlProblem::toString).collect(Collectors.joining("\n")));
        }
        return Collections.unmodifiableMap(cards);
    }

    /** Read once in a process, when they are first asked for. */
    private static final class BuiltIn {
        static final Map<String, Scorecard> CARDS = readAll();
    }
}
