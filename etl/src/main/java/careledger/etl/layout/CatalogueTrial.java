package careledger.etl.layout;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.etl.input.LoadPlan;
import careledger.etl.input.LoadPlanner;
import careledger.etl.input.PlannedFile;
import careledger.etl.layout.DefinitionsInUse.Use;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Definition;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.LongFile;
import careledger.schema.mapping.LongMeasure;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.mapping.TidyFigure;
import careledger.schema.mapping.TidyFile;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalogue and the mappings of deliveries, checked together without a run: what a run would refuse in them, what makes
 * them hard to read or to trust, and whether definitions and figures agree. The values of figures are not looked at; that
 * is what {@code etl check} does.
 */
public final class CatalogueTrial {
    /** Of larger files the mapping alone says what they hold. */
    private static final long LARGEST_READ = 2 * 1024 * 1024;

    private final LoadPlan plan;
    private final Map<String, Path> folders = new TreeMap<>();
    private final Set<Use> figures = new HashSet<>();

    private CatalogueTrial(LoadPlan plan, List<DeliveryFolder> folders) {
        this.plan = plan;
        folders.forEach(folder -> this.folders.put(folder.name(), folder.at()));
    }

    /**
     * Checks all of it. A file that cannot be read as its mapping says is left to {@code etl check}.
     *
     * @param own a catalogue of which nothing but its own files has been read; it gets what the deliveries add
     * @return each mistake once, with its file and line
     * @throws IOException where a delivered file cannot be read
     */
    public static List<YamlProblem> problems(CatalogueReader own, List<DeliveryFolder> folders) throws IOException {
        CatalogueTrial trial = new CatalogueTrial(LoadPlanner.plan(folders, own.catalogue()), folders);
        Set<YamlProblem> problems = new LinkedHashSet<>(own.problems());
        trial.rejections().map(trial::problem).forEach(problems::add);
        for (PlannedFile file : trial.plan.readable()) {
            trial.figures(file);
        }
        for (DeliveryFolder folder : folders) {
            folder.mapping().ifPresent(text -> {
                YamlFile yaml = YamlFile.parse(trial.path(mapping(folder.name())), text.yaml());
                own.addUnchecked(yaml.name(), yaml.root());
            });
        }
        problems.addAll(own.review());
        new DefinitionsInUse(own.catalogue(), trial.figures, trial.sources())
                .findings()
                .forEach(finding -> problems.add(own.at("definition " + finding.definition(), finding.message())));
        return List.copyOf(problems);
    }

    /** What a run would refuse before it reads a line; what a mapping leaves out is no mistake. */
    private Stream<Rejection> rejections() {
        return plan.rejections().stream().filter(rejection -> rejection.rule() != Rule.LEFT_OUT);
    }

    /** Those of deliveries without a mistake: where there is one, figures may be missing because of it. */
    private Set<String> sources() {
        Set<String> mistaken = rejections()
                .map(rejection -> LoadPlan.deliveryOf(rejection.file()))
                .collect(Collectors.toSet());
        return plan.deliveries().stream()
                .filter(delivery -> !mistaken.contains(delivery.name()))
                .flatMap(delivery -> delivery.sources().stream())
                .map(SourceMapping::id)
                .collect(Collectors.toSet());
    }

    private void figures(PlannedFile planned) throws IOException {
        Delivery delivery = delivery(planned.delivery());
        FileMapping file = file(delivery, planned.path()).orElseThrow();
        Path at = plan.place(planned);
        if (file instanceof LongFile || (file instanceof TidyFile && Files.size(at) > LARGEST_READ)) {
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
            // Ids are of plain letters, so that the encoding of the other words makes no difference.
            refused(delivery, refused, Files.readAllLines(at, StandardCharsets.ISO_8859_1));
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
            Optional<String> source = delivery.sources().stream()
                    .map(SourceMapping::id)
                    .filter(cells::contains)
                    .findFirst();
            for (String cell : cells) {
                delivery.catalogue()
                        .indicator(cell)
                        .flatMap(indicator -> source.flatMap(indicator::definitionOf))
                        .map(Definition::id)
                        .ifPresent(definition -> figures.add(new Use(definition, source.orElseThrow())));
            }
        }
    }

    /** A file that is missing is reported at its entry, where it can be taken out. */
    private YamlProblem problem(Rejection rejection) {
        if (rejection.rule() == Rule.FILE_MISSING) {
            String name = LoadPlan.deliveryOf(rejection.file());
            FileMapping file = file(delivery(name), rejection.file()).orElseThrow();
            return new YamlProblem(
                    path(mapping(name)),
                    file.line(),
                    0,
                    "file",
                    "The file '" + file.form().delivered() + "' is not in the folder; deliver it, or take its entry"
                            + " out.");
        }
        return new YamlProblem(
                path(rejection.file()), rejection.line(), 0, rejection.column().orElse(""), rejection.reason());
    }

    private Delivery delivery(String name) {
        return plan.deliveries().stream()
                .filter(delivery -> delivery.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<FileMapping> file(Delivery delivery, String path) {
        return delivery.files().stream()
                .filter(file -> path.equals(delivery.name() + "/" + file.file()))
                .findFirst();
    }

    private static String mapping(String delivery) {
        return delivery + "/" + ExtractsRoot.MAPPING;
    }

    /** As a person would open it, instead of the path below the extracts root. */
    private String path(String below) {
        return Objects.requireNonNull(folders.get(LoadPlan.deliveryOf(below)))
                .resolveSibling(below)
                .toString();
    }
}
