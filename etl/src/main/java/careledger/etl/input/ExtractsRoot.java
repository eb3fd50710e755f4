package careledger.etl.input;

import careledger.release.store.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory whose folders are the deliveries. Files directly under it, hidden files and temporary ones are not
 * delivered.
 */
public final class ExtractsRoot {
    public static final String MAPPING = "extract.yaml";

    private final Path root;

    public ExtractsRoot(Path root) {
        this.root = root;
    }

    public Path path() {
        return root;
    }

    /** Every delivery, by name. @throws IOException naming the directory where it cannot be read */
    public List<DeliveryFolder> folders() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("The extracts directory " + root + " does not exist; name one with --extracts DIR.");
        }
        List<DeliveryFolder> folders = new ArrayList<>();
        for (Path folder : children(root)) {
            if (Files.isDirectory(folder)) {
                folders.add(folder(folder));
            }
        }
        return folders;
    }

    private DeliveryFolder folder(Path folder) throws IOException {
        List<DeliveredFile> files = new ArrayList<>();
        Path mapping = folder.resolve(MAPPING);
        for (Path file : visibleFiles(folder)) {
            if (!file.equals(mapping)) {
                files.add(new DeliveredFile(
                        slashed(root.relativize(file)),
                        slashed(folder.relativize(file)),
                        Files.size(file),
                        Digest.of(file)));
            }
        }
        byte[] bytes = Files.exists(mapping) ? Files.readAllBytes(mapping) : new byte[0];
        return new DeliveryFolder(
                folder.getFileName().toString(),
                Files.exists(mapping) ? Optional.of(text(mapping, bytes)) : Optional.empty(),
                Digest.of(bytes),
                files);
    }

    private static String text(Path file, byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8; save it as UTF-8.", e);
        }
    }

    private static List<Path> visibleFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !FileNames.hidden(folder.relativize(file)) && !FileNames.beingWritten(file))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
