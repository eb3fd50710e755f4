package careledger.etl.input;

import careledger.release.file.Digest;
import careledger.schema.mapping.MappingText;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directories whose folders are the deliveries. Links in them are followed. Files directly under it, hidden files, those
 * that systems leave in every folder, and temporary ones are not delivered.
 */
public final class ExtractsRoot {
    public static final String MAPPING = "extract.yaml";

    private static final Pattern NEARLY =
            Pattern.compile("(?i)(?:.*/)?(?:extract[^/]*\\.(?:ya?ml|yaml\\.txt|yml\\.txt|json|txt)|[^/]*\\.ya?ml)");

    private final List<Path> roots;

    public ExtractsRoot(Path root) {
        this(List.of(root));
    }

    /** @param roots at least one; which comes first makes no difference */
    public ExtractsRoot(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * Every delivery, by name.
     *
     * @throws IOException naming the directory that cannot be read, or both folders where two have one name
     */
    public List<DeliveryFolder> folders() throws IOException {
        SortedMap<String, Path> deliveries = new TreeMap<>();
        for (Path root : new LinkedHashSet<>(roots)) {
            if (!Files.isDirectory(root)) {
                throw new IOException(
                        "The extracts directory " + root + " does not exist; name one with --extracts DIR.");
            }
            for (Path folder : children(root)) {
                Path other = Files.isDirectory(folder) || leadsNowhere(folder)
                        ? deliveries.putIfAbsent(folder.getFileName().toString(), folder)
                        : null;
                if (other != null) {
                    throw new IOException("Two deliveries have one name: " + other + " and " + folder
                            + ". Expected each name once in all extracts directories; rename one of the folders.");
                }
            }
        }
        return deliveries.values().stream().map(this::folder).toList();
    }

    /** A link to what is not there, such as a drive that is not connected: its figures must not vanish in silence. */
    private static boolean leadsNowhere(Path folder) {
        return Files.isSymbolicLink(folder) && !Files.exists(folder);
    }

    /** A folder that cannot be read is a delivery with a problem; the others are read all the same. */
    private DeliveryFolder folder(Path folder) {
        String name = folder.getFileName().toString();
        try {
            if (leadsNowhere(folder)) {
                String reason = "The link leads to " + Files.readSymbolicLink(folder)
                        + ", where nothing is; the folder may lie on a drive that is not connected."
                        + " Connect it, or delete the link where the delivery is no longer wanted.";
                return unreadable(name, folder, List.of(), refused(name, Rule.FILE_UNREADABLE, reason));
            }
            return read(name, folder);
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
            String reason = cause instanceof FileSystemLoopException
                    ? "The folder cannot be read to its end: the link " + cause.getMessage()
                            + " leads back to a folder that it is in. Delete the link."
                    : cause != e
                            ? "The folder cannot be read to its end: " + e.getMessage() + "."
                            : "The folder cannot be read: " + e.getMessage() + ".";
            return unreadable(name, folder, List.of(), refused(name, Rule.FILE_UNREADABLE, reason));
        }
    }

    private DeliveryFolder read(String name, Path folder) throws IOException {
        List<DeliveredFile> files = new ArrayList<>();
        Map<String, String> tables = new TreeMap<>();
        Path mapping = folder.resolve(MAPPING);
        for (Path file : visibleFiles(folder)) {
            if (folder.relativize(file).getNameCount() == 1 && file.toString().endsWith(MappingText.TABLE)) {
                byte[] table = Files.readAllBytes(file);
                tables.put(file.getFileName().toString(), new String(table, StandardCharsets.UTF_8));
            } else if (!file.equals(mapping)) {
                files.add(new DeliveredFile(
                        name + "/" + slashed(folder.relativize(file)),
                        slashed(folder.relativize(file)),
                        Files.size(file),
                        Digest.of(file)));
            }
        }
        if (!Files.exists(mapping)) {
            return unreadable(name, folder, files, refused(name, Rule.MAPPING_MISSING, withoutMapping(files)));
        }
        byte[] bytes = Files.readAllBytes(mapping);
        Optional<String> text = text(bytes);
        if (text.isEmpty()) {
            String reason = "The file is not UTF-8" + (utf16(bytes) ? " but UTF-16" : "") + "; save it as UTF-8.";
            return new DeliveryFolder(
                    name,
                    folder,
                    Optional.empty(),
                    Digest.of(bytes),
                    files,
                    Optional.of(refused(name, Rule.FILE_ENCODING, reason)));
        }
        String digest = MappingDigest.of(bytes, tables);
        return new DeliveryFolder(
                name, folder, Optional.of(new MappingText(text.get(), tables)), digest, files, Optional.empty());
    }

    private static DeliveryFolder unreadable(String name, Path at, List<DeliveredFile> files, Rejection problem) {
        return new DeliveryFolder(name, at, Optional.empty(), Digest.of(new byte[0]), files, Optional.of(problem));
    }

    private static Rejection refused(String name, Rule rule, String reason) {
        return new Rejection(name + "/" + MAPPING, 0, Optional.empty(), Optional.empty(), rule, reason);
    }

    /** Names the file that was probably meant. */
    private static String withoutMapping(List<DeliveredFile> files) {
        String near = files.stream()
                .map(DeliveredFile::name)
                .filter(name -> NEARLY.matcher(name).matches())
                .findFirst()
                .map(name -> " There is a file '" + name + "'; if that is meant, rename it to " + MAPPING + ".")
                .orElse("");
        return "The folder has no " + MAPPING + ", so nothing says what its files mean." + near;
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean utf16(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private static List<Path> visibleFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
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
