package careledger.etl.layout;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.etl.layout.DefinitionsInUse.Use;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Definition;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.DeliveryReading;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.IgnoredFile;
import careledger.schema.mapping.LongFile;
import careledger.schema.mapping.LongMeasure;
import careledger.schema.mapping.MappingText;
import careledger.schema.mapping.SharedCatalogue;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.mapping.TidyFigure;
import careledger.schema.mapping.TidyFile;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A catalogue and the mappings of deliveries, checked together without a run: what a run would refuse in them, what makes
 * them hard to read or to trust, and whether definitions and figures agree. The values of figures are not looked at; that
 * is what {@code etl check} does.
 */
public final class CatalogueTrial {
    /** Of larger files the mapping alone says what they hold. */
    private static final long LARGEST_READ = 2 * 1024 * 1024;

    private final CatalogueReader own;
    private final Catalogue catalogue;
    private final Map<String, DeliveryFolder> folders = new TreeMap<>();
    private final Map<String, MappingText> mappings = new TreeMap<>();
    private final Set<YamlProblem> problems = new LinkedHashSet<>();
    private final Set<Use> figures = new HashSet<>();
    private final Set<String> sources = new HashSet<>();

    private CatalogueTrial(CatalogueReader own, List<DeliveryFolder> folders) {
        this.own = own;
        this.catalogue = own.catalogue();
        for (DeliveryFolder folder : folders) {
            this.folders.put(folder.name(), folder);
            folder.mapping().ifPresent(text -> mappings.put(folder.name(), text));
            folder.problem().ifPresent(problem -> problems.add(problem(problem)));
        }
    }

    /**
     * Checks all of it. A file that cannot be read as its mapping says is left to {@code etl check}.
     *
     * @param own a catalogue of which nothing but its own files has been read; it gets what the deliveries add
     * @return each mistake once, with its file and line
     * @throws IOException where a delivered file cannot be read
     */
    public static List<YamlProblem> problems(CatalogueReader own, List<DeliveryFolder> folders) throws IOException {
        CatalogueTrial trial = new CatalogueTrial(own, folders);
        trial.problems.addAll(own.problems());
        for (Map.Entry<String, MappingText> mapping : trial.mappings.entrySet()) {
            trial.delivery(mapping.getKey(), mapping.getValue());
        }
        SharedCatalogue.adding(MappingText.yamls(trial.mappings)).forEach(trial::add);
        trial.problems.addAll(own.review());
        new DefinitionsInUse(own.catalogue(), trial.figures, trial.sources)
                .findings()
                .forEach(
                        finding -> trial.problems.add(own.at("definition " + finding.definition(), finding.message())));
        return List.copyOf(trial.problems);
    }

    private void add(String folder, String text) {
        YamlFile yaml = YamlFile.parse(path(folder + "/" + ExtractsRoot.MAPPING), text);
        own.addUnchecked(yaml.name(), yaml.root());
    }

    private void delivery(String name, MappingText text) throws IOException {
        DeliveryReading reading = DeliveryReader.read(name, text, catalogue, MappingText.yamls(mappings));
        reading.rejections().forEach(rejection -> problems.add(problem(rejection)));
        if (reading.delivery().isEmpty()) {
            return;
        }
        Delivery delivery = reading.delivery().get();
        int before = problems.size();
        for (FileMapping file : delivery.files()) {
            if (!(file instanceof IgnoredFile)) {
                figures(delivery, file);
            }
        }
        if (reading.rejections().isEmpty() && problems.size() == before) {
            delivery.sources().stream().map(SourceMapping::id).forEach(sources::add);
        }
    }

    private void figures(Delivery delivery, FileMapping file) throws IOException {
        Path at = folder(delivery.name()).resolve(file.form().delivered());
        if (!Files.isRegularFile(at)) {
            problems.add(new YamlProblem(
                    path(delivery.name() + "/" + ExtractsRoot.MAPPING),
                    file.line(),
                    0,
                    "file",
                    "The file '" + file.form().delivered() + "' is not in the folder; deliver it, or take its entry"
                            + " out."));
        } else if (file instanceof LongFile || (file instanceof TidyFile && Files.size(at) > LARGEST_READ)) {
            mapped(delivery, file);
        } else {
            read(delivery, file, at);
        }
    }

    private void mapped(Delivery delivery, FileMapping file) {
        String source = file.source().orElseThrow();
        Stream<String> indicators = file instanceof LongFile table
                ? table.measures().values().stream().map(LongMeasure::indicator)
                : ((TidyFile) file).figures().stream().map(TidyFigure::indicator);
        indicators
                .flatMap(id -> delivery.catalogue().indicator(id).stream())
                .flatMap(indicator -> indicator.definitions().stream())
                .filter(definition -> definition.wordings().containsKey(source))
                .forEach(definition -> figures.add(new Use(definition.id(), source)));
    }

    private void read(Delivery delivery, FileMapping file, Path at) throws IOException {
        List<Rejection> refused = new ArrayList<>();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(at))) {
            new LayoutReader().read(delivery, file, delivery.name() + "/" + file.file(), bytes, outcome -> {
                if (outcome instanceof Outcome.Accepted accepted) {
                    Claim claim = accepted.claim();
                    listedAs(delivery, claim).ifPresent(source -> figures.add(new Use(claim.definition(), source)));
                } else if (outcome instanceof Outcome.Refused one) {
                    refused.add(one.rejection());
                }
            });
        }
        if (file.form().delivered().endsWith(".csv") && !refused.isEmpty()) {
            refused(delivery, refused, Files.readAllLines(at));
        }
    }

    /**
     * The source that the figure's definition has to list: an earlier one where the mapping says that this one measures
     * alike, none where the mapping names the definition under its source.
     */
    private static Optional<String> listedAs(Delivery delivery, Claim claim) {
        boolean listed = delivery.catalogue()
                .indicator(claim.indicator())
                .flatMap(indicator -> indicator.definitionOf(claim.source()))
                .isPresent();
        SourceMapping source = delivery.source(claim.source()).orElseThrow();
        if (listed) {
            return Optional.of(claim.source());
        }
        return source.definitions().containsKey(claim.indicator())
                ? Optional.empty()
                : Optional.of(source.definitionsAs().orElse(claim.source()));
    }

    /** A figure that is refused, for its period say, was measured by a definition all the same. */
    private void refused(Delivery delivery, List<Rejection> refused, List<String> lines) {
        for (Rejection rejection : refused) {
            if (rejection.line() < 1 || rejection.line() > lines.size()) {
                continue;
            }
            Set<String> cells =
                    new HashSet<>(List.of(lines.get(rejection.line() - 1).split(",", -1)));
            for (String cell : cells) {
                Optional<String> source = delivery.sources().stream()
                        .map(SourceMapping::id)
                        .filter(cells::contains)
                        .findFirst();
                delivery.catalogue()
                        .indicator(cell)
                        .flatMap(indicator -> source.flatMap(indicator::definitionOf))
                        .map(Definition::id)
                        .ifPresent(definition -> figures.add(new Use(definition, source.orElseThrow())));
            }
        }
    }

    private YamlProblem problem(Rejection rejection) {
        return new YamlProblem(
                path(rejection.file()), rejection.line(), 0, rejection.column().orElse(""), rejection.reason());
    }

    /** As a person would open it, instead of the path below the extracts root. */
    private String path(String below) {
        return folder(below.substring(0, below.indexOf('/')))
                .resolveSibling(below)
                .toString();
    }

    private Path folder(String delivery) {
        return Objects.requireNonNull(folders.get(delivery)).at();
    }
}
