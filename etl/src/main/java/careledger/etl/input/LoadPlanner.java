package careledger.etl.input;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.DeliveryReading;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.IgnoredFile;
import careledger.schema.mapping.MappingText;
import careledger.schema.mapping.SharedCatalogue;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.mapping.TableForm;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what lies in the folders against what their mappings say, file by file, before anything is read. */
public final class LoadPlanner {
    private final Catalogue builtIn;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, MappingText> mappings = new HashMap<>();
    private final Map<String, Path> places = new HashMap<>();
    private final List<PlannedFile> files = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, String> pathsBySha256 = new HashMap<>();
    private final Map<String, SourceMapping> sources = new HashMap<>();
    private final Map<String, String> sourcesFrom = new HashMap<>();
    private final Map<String, String> shared;
    private Map<String, String> adding = Map.of();

    private LoadPlanner(Catalogue builtIn, Map<String, String> shared) {
        this.builtIn = builtIn;
        this.shared = shared;
    }

    /** All mappings that add to the catalogue, so that a clash names the other one. */
    private static Map<String, String> adding(List<DeliveryFolder> folders) {
        Map<String, String> mappings = new TreeMap<>();
        folders.forEach(folder -> folder.mapping().ifPresent(text -> mappings.put(folder.name(), text.yaml())));
        return SharedCatalogue.adding(mappings);
    }

    /** Mappings that can be used together: what one that cannot be used adds to the catalogue, no other can use. */
    private static Map<String, String> usable(List<DeliveryFolder> folders, Catalogue builtIn) {
        Map<String, String> adding = new TreeMap<>(adding(folders));
        boolean fewer = true;
        while (fewer) {
            Map<String, String> all = Map.copyOf(adding);
            fewer = adding.entrySet()
                    .removeIf(one -> DeliveryReader.read(one.getKey(), MappingText.of(one.getValue()), builtIn, all)
                            .delivery()
                            .isEmpty());
        }
        return Map.copyOf(adding);
    }

    public static LoadPlan plan(List<DeliveryFolder> folders, Catalogue builtIn) {
        LoadPlanner planner = new LoadPlanner(builtIn, usable(folders, builtIn));
        planner.adding = adding(folders);
        folders.forEach(planner::add);
        planner.deliveries.forEach(planner::supersedes);
        planner.files.sort(Comparator.comparing(PlannedFile::path));
        return new LoadPlan(
                planner.deliveries,
                planner.mappings,
                planner.places,
                planner.files,
                planner.rejections,
                SharedCatalogue.of(MappingText.yamls(planner.mappings), builtIn));
    }

    private void add(DeliveryFolder folder) {
        if (folder.mapping().isEmpty()) {
            folder.problem().ifPresent(rejections::add);
            folder.files().forEach(file -> unreadable(folder, file, "unknown"));
            return;
        }
        Map<String, String> others = shared.containsKey(folder.name()) ? shared : adding;
        DeliveryReading reading =
                DeliveryReader.read(folder.name(), folder.mapping().get(), builtIn, others);
        rejections.addAll(reading.rejections());
        places.put(folder.name(), folder.at());
        Optional<Delivery> usable = reading.delivery().filter(this::agreesOnSources);
        usable.ifPresent(delivery -> {
            deliveries.add(delivery);
            mappings.put(folder.name(), folder.mapping().get());
        });
        Map<String, FileMapping> mapped = usable.stream()
                .flatMap(delivery -> delivery.files().stream())
                .collect(Collectors.toMap(
                        FileMapping::file, file -> file, (first, second) -> first, LinkedHashMap::new));
        for (DeliveredFile file : folder.files()) {
            delivered(folder, file, List.copyOf(mapped.values()), usable.isEmpty(), reading.refusedFiles());
        }
        missing(folder, mapped);
    }

    /** @param wholly the delivery's mapping cannot be used at all */
    private void delivered(
            DeliveryFolder folder, DeliveredFile file, List<FileMapping> mapped, boolean wholly, Set<String> refused) {
        List<FileMapping> tables = mapped.stream()
                .filter(mapping -> mapping.form().delivered().equals(file.name()))
                .toList();
        List<String> wrong = refused.stream()
                .filter(path -> TableForm.delivered(path).equals(file.path()))
                .sorted()
                .toList();
        wrong.forEach(path -> files.add(planned(folder, file, path, "unknown", Optional.empty(), false)));
        if (wholly && wrong.isEmpty()) {
            unreadable(folder, file, "unknown");
        } else if (tables.isEmpty() && wrong.isEmpty()) {
            unmapped(folder, file, mapped);
        } else if (!tables.isEmpty()) {
            tables(folder, file, tables);
        }
    }

    private void unmapped(DeliveryFolder folder, DeliveredFile file, List<FileMapping> mapped) {
        List<String> known =
                mapped.stream().map(mapping -> mapping.form().delivered()).toList();
        refuse(
                file.path(),
                Rule.FILE_UNMAPPED,
                "No entry of " + ExtractsRoot.MAPPING + " names the file '" + file.name() + "'."
                        + Nearest.sentence(file.name(), known));
        unreadable(folder, file, "unknown");
    }

    private void tables(DeliveryFolder folder, DeliveredFile file, List<FileMapping> tables) {
        String twin = pathsBySha256.putIfAbsent(file.sha256(), file.path());
        if (twin != null) {
            refuse(file.path(), Rule.FILE_DOUBLE, "The file holds the same bytes as " + twin + ".");
            tables.forEach(table -> files.add(planned(
                    folder, file, folder.name() + "/" + table.file(), table.layout(), Optional.empty(), false)));
            return;
        }
        for (FileMapping table : tables) {
            String path = folder.name() + "/" + table.file();
            if (table instanceof IgnoredFile unwanted) {
                refuse(
                        path,
                        Rule.LEFT_OUT,
                        "Left out by extract.yaml, line " + unwanted.line() + ": " + unwanted.because());
            } else {
                files.add(planned(folder, file, path, table.layout(), table.source(), true));
            }
        }
    }

    private void missing(DeliveryFolder folder, Map<String, FileMapping> mapped) {
        List<String> names = folder.files().stream().map(DeliveredFile::name).toList();
        for (FileMapping mapping : mapped.values()) {
            if (!names.contains(mapping.form().delivered())) {
                String path = folder.name() + "/" + mapping.file();
                refuse(
                        path,
                        Rule.FILE_MISSING,
                        ExtractsRoot.MAPPING + ", line " + mapping.line() + ", names '"
                                + mapping.form().delivered()
                                + "', which is not in the folder."
                                + Nearest.sentence(mapping.form().delivered(), names));
                files.add(new PlannedFile(
                        path,
                        folder.name(),
                        mapping.file(),
                        mapping.layout(),
                        mapping.source(),
                        "",
                        folder.mappingSha256(),
                        false));
            }
        }
    }

    /** A re-issue that names its forerunner wrongly would leave every conflict with it open. */
    private void supersedes(Delivery delivery) {
        for (SourceMapping source : delivery.sources()) {
            for (String id : new TreeSet<>(source.supersedes())) {
                SourceMapping known = sources.get(id);
                if (known == null) {
                    wrong(
                            delivery,
                            "The source '" + source.id() + "' supersedes '" + id
                                    + "', which is a source of no delivery." + Nearest.sentence(id, sources.keySet()));
                } else if (known.publishedOn().isAfter(source.publishedOn())) {
                    wrong(
                            delivery,
                            "The source '" + source.id() + "', published on " + source.publishedOn() + ", supersedes '"
                                    + id + "' of " + known.publishedOn() + "; a re-issue is published later.");
                }
            }
        }
    }

    private void wrong(Delivery delivery, String reason) {
        refuse(delivery.name() + "/" + ExtractsRoot.MAPPING, Rule.MAPPING_WRONG, reason);
    }

    /** Two deliveries may share a source, but must say the same of it. */
    private boolean agreesOnSources(Delivery delivery) {
        boolean agrees = true;
        for (SourceMapping source : delivery.sources()) {
            SourceMapping known = sources.putIfAbsent(source.id(), source);
            sourcesFrom.putIfAbsent(source.id(), delivery.name() + "/" + ExtractsRoot.MAPPING);
            if (known != null && !known.equals(source)) {
                agrees = false;
                refuse(
                        delivery.name() + "/" + ExtractsRoot.MAPPING,
                        Rule.MAPPING_WRONG,
                        "The source '" + source.id() + "' is described in another way in "
                                + sourcesFrom.getOrDefault(source.id(), "another delivery") + ": "
                                + known.differences(source) + " Both must say the same.");
            }
        }
        return agrees;
    }

    private void unreadable(DeliveryFolder folder, DeliveredFile file, String layout) {
        files.add(planned(folder, file, file.path(), layout, Optional.empty(), false));
    }

    private static PlannedFile planned(
            DeliveryFolder folder,
            DeliveredFile file,
            String path,
            String layout,
            Optional<String> source,
            boolean readable) {
        return new PlannedFile(
                path,
                folder.name(),
                path.substring(folder.name().length() + 1),
                layout,
                source,
                file.sha256(),
                folder.mappingSha256(),
                readable);
    }

    private void refuse(String path, Rule rule, String reason) {
        rejections.add(new Rejection(path, 0, Optional.empty(), Optional.empty(), rule, reason));
    }
}
