package careledger.etl.table;

import careledger.schema.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files inside a zip. Nothing is ever written under a name that a zip gives. */
final class ZipEntries implements AutoCloseable {
    private static final int MOST_ENTRIES = 10_000;
    private static final List<String> PACKED = List.of(".zip", ".gz", ".tgz", ".7z", ".rar", ".tar", ".bz2", ".xz");

    private final ZipFile zip;

    private ZipEntries(ZipFile zip) {
        this.zip = zip;
    }

    static ZipEntries of(DeliveredBytes bytes) throws IOException {
        if (!bytes.startsWith('P', 'K')) {
            throw new UnreadableFileException("The file is called a zip and is none: it does not begin with 'PK'.");
        }
        ZipFile zip;
        try {
            zip = ZipFile.builder().setSeekableByteChannel(bytes.channel()).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException(
                    "The zip cannot be opened (" + e.getMessage() + "); it is damaged or was cut off.");
        }
        ZipEntries entries = new ZipEntries(zip);
        try {
            entries.check();
        } catch (UnreadableFileException e) {
            zip.close();
            throw e;
        }
        return entries;
    }

    /** Paths of the files inside, in the order of the zip. */
    List<String> names() {
        return Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipArchiveEntry::getName)
                .filter(name -> !name.startsWith("__MACOSX/"))
                .toList();
    }

    /** Bytes that the zip says its files have unpacked. */
    long declaredSize() {
        return Collections.list(zip.getEntries()).stream()
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
    }

    boolean holds(String name) {
        return zip.getEntry(name) != null;
    }

    InputStream open(String name) throws IOException {
        List<ZipArchiveEntry> named = new ArrayList<>();
        zip.getEntries(name).forEach(named::add);
        if (named.isEmpty()) {
            throw new UnreadableFileException("The zip holds no file '" + name + "'." + Nearest.sentence(name, names())
                    + " It holds: " + listed() + ".");
        }
        if (named.size() > 1) {
            throw new UnreadableFileException("The zip holds " + named.size() + " files called '" + name
                    + "'; which of them is meant cannot be said. Pack it again with one.");
        }
        ZipArchiveEntry entry = named.get(0);
        refuse(entry);
        return new UnpackedStream(
                zip.getInputStream(entry), name, entry.getCompressedSize(), OptionalLong.of(entry.getCrc()));
    }

    /** The names inside, shortened where there are many. */
    String listed() {
        List<String> names = names();
        return names.isEmpty()
                ? "nothing"
                : String.join(", ", names.subList(0, Math.min(names.size(), 8)))
                        + (names.size() > 8 ? " and " + (names.size() - 8) + " more" : "");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void refuse(ZipArchiveEntry entry) throws UnreadableFileException {
        String name = entry.getName();
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableFileException(
                    "'" + name + "' in the zip is locked by a password; pack it without one.");
        }
        if (PACKED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            throw new UnreadableFileException("'" + name + "' in the zip is packed once more; pack the file itself.");
        }
        if (entry.isUnixSymlink()) {
            throw new UnreadableFileException(
                    "'" + name + "' in the zip is a link to another file; pack the file itself.");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new UnreadableFileException(
                    "'" + name + "' in the zip is packed by a method that is not read here (number " + entry.getMethod()
                            + "); pack it by the usual one, 'deflate'.");
        }
    }

    private void check() throws UnreadableFileException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new UnreadableFileException(
                    "The zip holds " + entries.size() + " files, more than " + MOST_ENTRIES + ".");
        }
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            if (!nameIsUtf8(entry)) {
                throw new UnreadableFileException("The zip holds a file whose name, shown as '" + name
                        + "', is not written in UTF-8; pack it again with plain letters in the name.");
            }
            if (leavesItsFolder(name)) {
                throw new UnreadableFileException("The zip holds a file called '" + name
                        + "', a name that leads out of the zip's own folder; such a zip is not opened.");
            }
        }
    }

    private static boolean leavesItsFolder(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..")
                || name.chars().anyMatch(Character::isISOControl);
    }

    private static boolean nameIsUtf8(ZipArchiveEntry entry) {
        if (entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD || entry.getRawName() == null) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry.getRawName()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
