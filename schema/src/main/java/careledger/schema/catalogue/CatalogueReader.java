package careledger.schema.catalogue;

import careledger.schema.period.TimePeriod;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import careledger.schema.yaml.YamlProblem;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the catalogue's YAML: {@code topics.yaml}, {@code areas.yaml}, {@code dimensions.yaml} and one file of
 * indicators a topic. A delivery may add indicators, areas and dimensions of its own in the same words.
 */
public final class CatalogueReader {
    private final List<Topic> topics = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<YamlProblem> problems = new ArrayList<>();
    private final Map<String, String> addedBy = new HashMap<>();
    private final Map<String, YamlMap> entries = new HashMap<>();
    private String adding = "";

    private CatalogueReader() {}

    /** The project's own catalogue. @throws IllegalStateException with every problem, where it does not hold together */
    public static Catalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    private static Catalogue readWhole() {
        CatalogueReader reader = readBuiltIn();
        if (!reader.problems().isEmpty()) {
            throw new IllegalStateException("The catalogue does not hold together:\n"
                    + reader.problems.stream().map(YamlProblem::toString).collect(Collectors.joining("\n")));
        }
        return reader.catalogue();
    }

    /** A reader to which a delivery's own words can be added. */
    public static CatalogueReader startingWith(Catalogue catalogue) {
        CatalogueReader reader = new CatalogueReader();
        reader.topics.addAll(catalogue.topics());
        reader.indicators.addAll(catalogue.indicators());
        reader.areas.addAll(catalogue.areas());
        reader.dimensions.addAll(catalogue.dimensions());
        return reader;
    }

    /** Reads the project's own files; more can be added before the catalogue is taken. */
    public static CatalogueReader readBuiltIn() {
        return new CatalogueReader().read(new CatalogueFiles.OnClassPath());
    }

    /**
     * Reads a folder with the same files as the project's own catalogue: {@code topics.yaml}, {@code areas.yaml},
     * {@code dimensions.yaml} and {@code indicators/TOPIC.yaml} of every topic. Problems name the files with the folder.
     *
     * @throws UncheckedIOException where a file is there and cannot be read
     */
    public static CatalogueReader readFolder(Path folder) {
        return new CatalogueReader().read(new CatalogueFiles.InFolder(folder));
    }

    private CatalogueReader read(CatalogueFiles files) {
        List<YamlFile> read = new ArrayList<>();
        read.add(file(files, "topics.yaml", root -> root.maps("topics").forEach(this::addTopic)));
        read.add(file(files, "areas.yaml", this::addAreas));
        read.add(file(files, "dimensions.yaml", this::addDimensions));
        for (Topic topic : List.copyOf(topics)) {
            read.add(file(files, "indicators/" + topic.id() + ".yaml", root -> {
                if (!root.text("topic").equals(topic.id())) {
                    root.problem("topic", "This file should say 'topic: " + topic.id() + "'.");
                }
                addIndicators(root, topic.id());
            }));
        }
        List<YamlProblem> ofNoEntry =
                CatalogueCheck.problems(catalogue(), entries, topics, indicators, areas, dimensions);
        read.forEach(file -> problems.addAll(file.problems()));
        problems.addAll(ofNoEntry);
        return this;
    }

    private YamlFile file(CatalogueFiles files, String name, Consumer<YamlMap> reading) {
        Optional<String> text = files.text(name);
        YamlFile file = YamlFile.parse(files.named(name), text.orElse("{}"));
        if (text.isEmpty()) {
            problems.add(new YamlProblem(file.name(), 0, 0, "This file of the catalogue is missing."));
        } else {
            reading.accept(file.root());
            file.root().finish();
        }
        return file;
    }

    /**
     * Adds what a delivery says under {@code indicators}, {@code areas} and {@code dimensions}, and checks the whole
     * again. An area or member that is known already gets the aliases.
     */
    public CatalogueReader add(YamlMap delivery) {
        return add("", delivery);
    }

    /** @param mapping path of the extract.yaml that adds, for messages about others that say something else */
    public CatalogueReader add(String mapping, YamlMap delivery) {
        addUnchecked(mapping, delivery);
        if (Stream.of("areas", "dimensions", "indicators").anyMatch(delivery::has)) {
            problems.addAll(CatalogueCheck.problems(catalogue(), entries, topics, indicators, areas, dimensions));
        }
        return this;
    }

    /** The same of a delivery that is checked elsewhere; to check all of many for each of many would take too long. */
    public CatalogueReader addUnchecked(String mapping, YamlMap delivery) {
        adding = mapping.isEmpty() ? "another entry" : mapping;
        addAreas(delivery);
        addDimensions(delivery);
        addIndicators(delivery, "other");
        return this;
    }

    public Catalogue catalogue() {
        return new Catalogue(topics, indicators, areas, dimensions);
    }

    public List<YamlProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * What makes the indicators read here hard to read or to trust, each with the line of its entry: see
     * {@link CatalogueReview}. No catalogue is refused for it.
     */
    public List<YamlProblem> review() {
        Catalogue catalogue = catalogue();
        return indicators.stream()
                .filter(indicator -> entries.containsKey("indicator " + indicator.id()))
                .flatMap(indicator -> CatalogueReview.problems(catalogue, indicator).stream()
                        .map(problem -> at("indicator " + indicator.id(), problem)))
                .toList();
    }

    /**
     * A problem at the line of an entry that was read here.
     *
     * @param what the entry is, as {@code indicator cic_count} or {@code definition cic_count/published}
     */
    public YamlProblem at(String what, String message) {
        YamlMap entry = entries.get(what);
        return entry == null ? new YamlProblem("catalogue", 0, 0, message) : entry.at("id", message);
    }

    private void addTopic(YamlMap map) {
        topics.add(new Topic(map.text("id"), map.text("title")));
        map.finish();
    }

    private void addAreas(YamlMap root) {
        for (YamlMap map : root.maps("areas")) {
            String id = map.text("id");
            entries.put("area " + id, map);
            Optional<Area> known =
                    areas.stream().filter(one -> one.id().equals(id)).findFirst();
            if (known.isPresent()) {
                Area area = known.get();
                same(map, "name", "area " + id, area.name(), map.optionalText("name"));
                same(map, "kind", "area " + id, area.kind().name(), map.optionalText("kind"));
                same(map, "parent", "area " + id, area.parent().orElse(""), map.optionalText("parent"));
                areas.set(areas.indexOf(area), area.called(joined(area.aliases(), map)));
            } else {
                addedBy.put("area " + id, adding);
                areas.add(new Area(
                        id,
                        map.text("name"),
                        map.constant("kind", AreaKind.class),
                        map.optionalText("parent"),
                        map.texts("aliases"),
                        map.optional("existedFrom", TimePeriod::day),
                        map.optional("existedTo", TimePeriod::day),
                        map.texts("successors")));
            }
            map.finish();
        }
    }

    private static List<String> joined(List<String> aliases, YamlMap map) {
        return Stream.concat(aliases.stream(), map.texts("aliases").stream())
                .distinct()
                .toList();
    }

    /** A dimension that is known already gets the members that are new. */
    private void addDimensions(YamlMap root) {
        for (YamlMap map : root.maps("dimensions")) {
            String id = map.text("id");
            entries.put("dimension " + id, map);
            Optional<Dimension> known =
                    dimensions.stream().filter(one -> one.id().equals(id)).findFirst();
            List<Member> members = new ArrayList<>(known.map(Dimension::members).orElse(List.of()));
            map.maps("members").forEach(member -> addMember(id, members, member));
            String title = known.map(Dimension::title).orElseGet(() -> map.text("title"));
            same(map, "title", "dimension " + id, title, map.optionalText("title"));
            if (known.isEmpty()) {
                addedBy.put("dimension " + id, adding);
            }
            dimensions.removeIf(one -> one.id().equals(id));
            dimensions.add(new Dimension(id, title, members));
            map.finish();
        }
    }

    private void addMember(String dimension, List<Member> members, YamlMap map) {
        String id = map.text("id");
        Optional<Member> known =
                members.stream().filter(one -> one.id().equals(id)).findFirst();
        String what = "member " + dimension + "=" + id;
        if (known.isPresent()) {
            Member member = known.get();
            same(map, "title", what, member.title(), map.optionalText("title"));
            if (map.has("total") && map.flag("total") != member.total()) {
                map.problem("total", clash(what, "total", Boolean.toString(member.total())));
            }
            members.set(
                    members.indexOf(member),
                    new Member(id, member.title(), joined(member.aliases(), map), member.total()));
        } else {
            addedBy.put(what, adding);
            members.add(new Member(id, map.text("title"), map.texts("aliases"), map.flag("total")));
        }
        map.finish();
    }

    private void addIndicators(YamlMap root, String fileTopic) {
        for (YamlMap map : root.maps("indicators")) {
            String id = map.text("id");
            entries.put("indicator " + id, map);
            Optional<Indicator> known = adding.isEmpty()
                    ? Optional.empty()
                    : indicators.stream().filter(one -> one.id().equals(id)).findFirst();
            if (known.isPresent()) {
                indicators.set(indicators.indexOf(known.get()), joined(known.get(), map));
                map.finish();
                continue;
            }
            addedBy.put("indicator " + id, adding);
            String topic = map.optionalText("topic").orElse(fileTopic);
            if (topics.stream().noneMatch(one -> one.id().equals(topic))) {
                map.problem(
                        "topic",
                        "There is no topic '" + topic + "'."
                                + Nearest.sentence(
                                        topic, topics.stream().map(Topic::id).toList()));
            }
            indicators.add(new Indicator(
                    id,
                    topic,
                    map.text("title"),
                    map.text("plainEnglish"),
                    map.constant("unit", Unit.class),
                    map.optionalInteger("decimals").orElse(0),
                    map.optionalConstant("polarity", Polarity.class).orElse(Polarity.NONE),
                    map.optionalText("polarityReason"),
                    map.constant("measure", MeasureKind.class),
                    map.constant("timing", Timing.class),
                    map.texts("synonyms"),
                    map.optionalText("sibling"),
                    map.maps("related").stream().map(CatalogueReader::related).toList(),
                    definitions(id, map)));
            map.finish();
        }
    }

    /** A known indicator with the definitions that an entry adds to it; what the entry says otherwise must be the same. */
    private Indicator joined(Indicator known, YamlMap map) {
        String what = "indicator " + known.id();
        same(map, "topic", what, known.topic(), map.optionalText("topic"));
        same(map, "title", what, known.title(), map.optionalText("title"));
        same(map, "plainEnglish", what, known.plainEnglish(), map.optionalText("plainEnglish"));
        same(map, "unit", what, known.unit().name(), map.optionalText("unit"));
        same(map, "measure", what, known.measure().name(), map.optionalText("measure"));
        same(map, "timing", what, known.timing().name(), map.optionalText("timing"));
        same(map, "decimals", what, Integer.toString(known.decimals()), map.optionalText("decimals"));
        same(map, "polarity", what, known.polarity().name(), map.optionalText("polarity"));
        same(map, "polarityReason", what, known.polarityReason().orElse(""), map.optionalText("polarityReason"));
        same(map, "sibling", what, known.sibling().orElse(""), map.optionalText("sibling"));
        map.texts("synonyms");
        List<Definition> definitions = new ArrayList<>(known.definitions());
        for (YamlMap one : map.maps("definitions")) {
            String id = known.id() + "/" + one.text("id");
            Optional<Definition> before = definitions.stream()
                    .filter(definition -> definition.id().equals(id))
                    .findFirst();
            Definition read = definition(known.id(), one, false, false);
            if (before.isEmpty()) {
                addedBy.put("definition " + id, adding);
                definitions.add(read);
            } else {
                same(one, "text", "definition " + id, before.get().text(), Optional.of(read.text()));
                Map<String, String> wordings = new LinkedHashMap<>(before.get().wordings());
                wordings.putAll(read.wordings());
                definitions.set(definitions.indexOf(before.get()), before.get().with(wordings));
            }
            one.finish();
        }
        return known.with(definitions);
    }

    /** Reports what an entry says otherwise than the one that was there before. */
    private void same(YamlMap map, String key, String what, String before, Optional<String> said) {
        if (said.filter(text -> !text.equalsIgnoreCase(before)).isPresent()) {
            map.problem(key, clash(what, key, before));
        }
    }

    private String clash(String what, String key, String before) {
        String other = addedBy.getOrDefault(what, "the catalogue");
        return "The " + what + " has the " + key + " '" + before + "' in " + other
                + ", and another here; both must say the" + " same.";
    }

    private static RelatedIndicator related(YamlMap map) {
        RelatedIndicator related = new RelatedIndicator(map.text("indicator"), map.text("relation"));
        map.finish();
        return related;
    }

    private List<Definition> definitions(String indicator, YamlMap map) {
        List<YamlMap> listed = map.maps("definitions");
        List<Definition> definitions = new ArrayList<>();
        for (YamlMap one : listed) {
            definitions.add(definition(indicator, one, definitions.isEmpty(), listed.size() == 1));
            one.finish();
        }
        if (definitions.isEmpty()) {
            map.problem("definitions", "An indicator needs at least one definition.");
        }
        return definitions;
    }

    private Definition definition(String indicator, YamlMap map, boolean first, boolean only) {
        entries.put("definition " + indicator + "/" + map.text("id"), map);
        Map<String, String> wordings = new LinkedHashMap<>();
        YamlMap sources = map.map("sources");
        sources.keys().forEach(source -> wordings.put(source, sources.text(source)));
        return new Definition(
                indicator + "/" + map.text("id"),
                map.flag("primary") || only,
                map.text("text"),
                map.optionalText("numerator"),
                map.optionalText("denominator"),
                map.optionalText("return"),
                map.optional("validFrom", TimePeriod::day),
                map.optional("validTo", TimePeriod::day),
                map.flag("comparable") || first,
                map.optionalText("breakReason"),
                wordings);
    }

    /** Read once in a process, when it is first asked for. */
    private static final class BuiltIn {
        static final Catalogue CATALOGUE = readWhole();
    }
}
