package careledger.etl.run;

import careledger.etl.input.DeliveredFile;
import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.etl.input.MappingDigest;
import careledger.release.file.Digest;
import careledger.release.file.DurableFiles;
import careledger.release.json.Json;
import careledger.schema.mapping.MappingText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies of the deliveries as they were when they were last loaded, so that the figures of one can stay while somebody is
 * still working on its next state. A copy is there whole or not at all, and each file is hashed before it is used.
 */
final class KeptDeliveries {
    private static final String INDEX = "index.json";
    private static final String FILES = "files";
    private static final String BEING_WRITTEN = ".new";

    private final Path folder;

    /** @param data the data folder */
    KeptDeliveries(Path data) {
        this.folder = data.resolve("kept");
    }

    /** The copy of a delivery; empty where there is none, or it is not what was kept. */
    Optional<DeliveryFolder> find(String name) {
        try {
            Index index = index(name);
            Path files = folder.resolve(name).resolve(FILES);
            byte[] mapping = Files.readAllBytes(files.resolve(ExtractsRoot.MAPPING));
            Map<String, String> tables = tables(files);
            boolean whole = MappingDigest.of(mapping, tables).equals(index.mappingSha256());
            for (DeliveredFile file : index.files()) {
                whole = whole && Digest.of(files.resolve(file.name())).equals(file.sha256());
            }
            MappingText text = new MappingText(Files.readString(files.resolve(ExtractsRoot.MAPPING)), tables);
            return whole
                    ? Optional.of(new DeliveryFolder(
                            name, files, Optional.of(text), index.mappingSha256(), index.files(), Optional.empty()))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Names of deliveries whose copy is not what was kept. */
    List<String> damaged() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> kept = Files.list(folder)) {
            return kept.map(one -> one.getFileName().toString())
                    .filter(name -> !name.equals(BEING_WRITTEN) && find(name).isEmpty())
                    .sorted()
                    .toList();
        }
    }

    /** Deletes the copy of a delivery; the next run that finds the delivery readable copies it again. */
    void forget(String name) {
        DurableFiles.deleteTree(folder.resolve(name));
    }

    /** Copies those that are not kept already. @throws IOException also where a file is no longer what was loaded */
    void keep(List<DeliveryFolder> loaded) throws IOException {
        for (DeliveryFolder delivery : loaded) {
            if (delivery.mapping().isPresent() && !kept(delivery)) {
                copy(delivery);
            }
        }
    }

    /** Deletes the copies of deliveries that are gone. */
    void keepOnly(Set<String> names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> kept = Files.list(folder)) {
            kept.filter(one -> !names.contains(one.getFileName().toString()))
                    .collect(Collectors.toList())
                    .forEach(DurableFiles::deleteTree);
        }
    }

    private static Map<String, String> tables(Path files) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.filter(one -> one.toString().endsWith(MappingText.TABLE))
                    .toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return tables;
    }

    private boolean kept(DeliveryFolder delivery) {
        try {
            return index(delivery.name()).equals(Index.of(delivery));
        } catch (IOException e) {
            return false;
        }
    }

    private Index index(String name) throws IOException {
        return Json.read(Files.readString(folder.resolve(name).resolve(INDEX)), Index.class);
    }

    private void copy(DeliveryFolder delivery) throws IOException {
        Path next = folder.resolve(BEING_WRITTEN);
        DurableFiles.deleteTree(next);
        MappingText mapping = delivery.mapping().orElseThrow();
        Files.createDirectories(next.resolve(FILES));
        Files.writeString(next.resolve(FILES).resolve(ExtractsRoot.MAPPING), mapping.yaml());
        for (Map.Entry<String, String> table : mapping.tables().entrySet()) {
            Files.writeString(next.resolve(FILES).resolve(table.getKey()), table.getValue());
        }
        for (DeliveredFile file : delivery.files()) {
            Path target = next.resolve(FILES).resolve(file.name());
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(target)) {
                String copied = Digest.copy(delivery.at().resolve(file.name()), out);
                if (!copied.equals(file.sha256())) {
                    throw new IOException(file.path() + " changed after it was loaded.");
                }
            }
        }
        DurableFiles.replace(next.resolve(INDEX), Json.pretty(Index.of(delivery)));
        DurableFiles.forceTree(next);
        DurableFiles.deleteTree(folder.resolve(delivery.name()));
        DurableFiles.rename(next, folder.resolve(delivery.name()));
    }

    /** What a copy holds. */
    private record Index(String mappingSha256, List<DeliveredFile> files) {
        static Index of(DeliveryFolder delivery) {
            return new Index(delivery.mappingSha256(), delivery.files());
        }
    }
}
