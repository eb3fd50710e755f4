package careledger.schema.mapping;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.observation.Notes;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import careledger.schema.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the extract.yaml of a delivery. A mistake in the entry of a file refuses that file; one in the sources or in
 * what is added to the catalogue refuses the delivery, since no figure could name its source then.
 */
public final class DeliveryReader {
    private static final List<String> LAYOUTS = List.of("claims", "wide", "tidy", "long", "neighbours", "none");

    private final String folder;
    private final YamlFile yaml;
    private final Map<String, String> tables;
    private final CatalogueReader words;
    private final Set<String> refused = new HashSet<>();
    private final List<YamlProblem> outside = new ArrayList<>();
    private final Set<String> namedTables = new HashSet<>();

    private DeliveryReader(String folder, YamlFile yaml, Map<String, String> tables, CatalogueReader words) {
        this.folder = folder;
        this.yaml = yaml;
        this.tables = tables;
        this.words = words;
    }

    /**
     * @param folderName name of the delivery's folder below the extracts root
     * @param builtIn the project's own catalogue
     */
    public static DeliveryReading read(String folderName, String yamlText, Catalogue builtIn) {
        return read(folderName, MappingText.of(yamlText), builtIn);
    }

    /**
     * @param folderName name of the delivery's folder below the extracts root
     * @param text of extract.yaml and of the tables of measures beside it
     * @param builtIn the project's own catalogue
     */
    public static DeliveryReading read(String folderName, MappingText text, Catalogue builtIn) {
        return read(folderName, text, builtIn, Map.of());
    }

    /** @param mappings extract.yaml of all deliveries, by folder: this one can use what the others add to the catalogue */
    public static DeliveryReading read(
            String folderName, MappingText text, Catalogue builtIn, Map<String, String> mappings) {
        YamlFile yaml = YamlFile.parse(folderName + "/extract.yaml", text.yaml());
        Map<String, String> others = new TreeMap<>(mappings);
        others.remove(folderName);
        DeliveryReader reader =
                new DeliveryReader(folderName, yaml, text.tables(), SharedCatalogue.reader(others, builtIn));
        Optional<Delivery> delivery = reader.delivery();
        return new DeliveryReading(delivery, reader.rejections(), reader.refused);
    }

    private Optional<Delivery> delivery() {
        if (!yaml.readable()) {
            return Optional.empty();
        }
        YamlMap root = yaml.root();
        int ofOthers = words.problems().size();
        words.add(yaml.name(), root);
        outside.addAll(words.problems().subList(ofOthers, words.problems().size()));
        Catalogue catalogue = words.catalogue();
        List<SourceMapping> sources = new SourceReader(catalogue).sources(root);
        List<YamlMap> entries = root.maps("files");
        if (entries.isEmpty() && (!root.has("files") || root.holdsList("files"))) {
            root.problem("files", "'files' lists no file; every file of the folder needs an entry there.");
        }
        List<ExpectedRejection> expected =
                root.maps("expectRefused").stream().map(this::expected).toList();
        root.finish();
        if (!yaml.problems().isEmpty() || !outside.isEmpty()) {
            return Optional.empty();
        }
        Delivery bare = new Delivery(folder, sources, List.of(), expected, catalogue);
        List<FileMapping> files = new ArrayList<>();
        for (YamlMap entry : entries) {
            file(bare, entry, files);
        }
        unnamedTables();
        return Optional.of(new Delivery(folder, sources, files, expected, catalogue));
    }

    private ExpectedRejection expected(YamlMap map) {
        ExpectedRejection expected = new ExpectedRejection(
                folder + "/" + map.text("file"),
                map.optional("rule", Rule::of).orElse(Rule.FILE_MISSING),
                map.optionalInteger("count").orElse(0),
                map.text("because"));
        map.finish();
        return expected;
    }

    private void file(Delivery bare, YamlMap entry, List<FileMapping> files) {
        int before = mistakes();
        TableForm form = new TableFormReader(entry).form();
        String name = form.id();
        if (files.stream().anyMatch(file -> file.file().equals(name))) {
            entry.problem(
                    "file",
                    "The file '" + name + "' has an entry already; where it holds several"
                            + " tables, call each by a name of its own with 'table'.");
        }
        Optional<FileMapping> mapping = mapping(bare, entry, form);
        entry.finish();
        if (mistakes() == before && mapping.orElse(null) instanceof WideFile wide) {
            new WideCheck(bare, wide, entry).check();
        }
        if (mistakes() == before && mapping.isPresent()) {
            files.add(mapping.get());
        } else if (!name.isEmpty()) {
            refused.add(folder + "/" + name);
            files.removeIf(file -> file.file().equals(name));
        }
    }

    private int mistakes() {
        return yaml.problems().size() + outside.size();
    }

    private Optional<FileMapping> mapping(Delivery bare, YamlMap entry, TableForm form) {
        String layout = entry.text("layout");
        int line = entry.line("file");
        return switch (layout) {
            case "claims" -> Optional.of(new ClaimsFile(form, line, source(bare, entry, false), claims(entry)));
            case "neighbours" -> Optional.of(NeighboursFile.read(entry, form, line, source(bare, entry, true)));
            case "tidy" -> Optional.of(new TidyReader(bare).file(entry, form, line, source(bare, entry, true)));
            case "long" -> {
                namedTables.add(
                        entry.holdsKeys("measures")
                                ? ""
                                : entry.optionalText("measures").orElse(""));
                yield Optional.of(
                        new LongReader(bare, tables, outside).file(entry, form, line, source(bare, entry, true)));
            }
            case "wide" -> Optional.of(new WideReader(bare).file(entry, form, line, source(bare, entry, true)));
            case "none" -> Optional.of(new IgnoredFile(form, line, entry.text("because")));
            case "" -> Optional.empty();
            default -> unknownLayout(entry, layout);
        };
    }

    private static Map<String, Notes> claims(YamlMap entry) {
        Map<String, Notes> claims = new HashMap<>();
        YamlMap said = entry.map("claims");
        for (String claim : said.keys()) {
            YamlMap one = said.map(claim);
            claims.put(claim, MappingVocabulary.notes(one));
            one.finish();
        }
        return claims;
    }

    /** A table of measures that no entry names is a file without a meaning, as any other. */
    private void unnamedTables() {
        tables.keySet().stream()
                .filter(table -> !namedTables.contains(table))
                .forEach(table -> outside.add(new YamlProblem(
                        folder + "/" + table,
                        0,
                        0,
                        "No entry of extract.yaml names this table of measures; name it with 'measures', or take it out"
                                + " of the folder.")));
    }

    private static Optional<FileMapping> unknownLayout(YamlMap entry, String layout) {
        entry.problem(
                "layout",
                "There is no layout '" + layout + "'." + Nearest.sentence(layout, LAYOUTS) + " Layouts: "
                        + String.join(", ", LAYOUTS) + ".");
        entry.ignoreRest();
        return Optional.empty();
    }

    /** The source of the whole file: the one named, else the only one of the delivery. */
    private static Optional<String> source(Delivery bare, YamlMap entry, boolean needed) {
        List<String> ids = bare.sources().stream().map(SourceMapping::id).toList();
        Optional<String> named = entry.optionalText("source");
        if (named.isPresent() && !ids.contains(named.get())) {
            entry.problem(
                    "source",
                    "There is no source '" + named.get() + "' in this extract.yaml."
                            + Nearest.sentence(named.get(), ids));
        }
        if (named.isEmpty() && needed && ids.size() > 1) {
            entry.problem(
                    "source", "The key 'source' is missing here: the delivery has " + String.join(" and ", ids) + ".");
        }
        return named.or(() -> needed && ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty());
    }

    private List<Rejection> rejections() {
        List<YamlProblem> problems = new ArrayList<>(yaml.problems());
        problems.addAll(outside);
        return problems.stream()
                .map(problem -> new Rejection(
                        problem.file().equals("catalogue") ? yaml.name() : problem.file(),
                        problem.line(),
                        problem.key().isEmpty() ? Optional.empty() : Optional.of(problem.key()),
                        Optional.empty(),
                        Rule.MAPPING_WRONG,
                        problem.message()))
                .toList();
    }
}
