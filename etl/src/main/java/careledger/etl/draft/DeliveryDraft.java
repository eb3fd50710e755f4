package careledger.etl.draft;

import careledger.etl.table.UnknownFile;
import careledger.schema.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A draft of the extract.yaml of a folder of unknown files: what can be seen is filled in, each with its reason, and what
 * cannot is marked for a person to say.
 *
 * @param tables in order of file
 * @param unread files in which no table was found, with the reason
 * @param drafted what it adds to the catalogue
 */
public record DeliveryDraft(
        List<Map<String, Guess>> sources,
        List<TableDraft> tables,
        List<UnknownFile.Unread> unread,
        CatalogueDraft drafted) {
    public DeliveryDraft {
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
        unread = List.copyOf(unread);
    }

    /** @throws IOException where the folder cannot be read */
    public static DeliveryDraft of(Path folder, Catalogue catalogue) throws IOException {
        List<UnknownFile.Found> found = new ArrayList<>();
        List<UnknownFile.Unread> unread = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try (InputStream in = Files.newInputStream(file)) {
                UnknownFile looked = UnknownFile.look(name, in);
                unread.addAll(looked.unread());
                found.addAll(looked.tables());
            }
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new Drafting(catalogue, found).of(name, unread);
    }

    /** Guesses for all tables and for the source, and notes on files without a table. */
    public List<Guess> guesses() {
        return Stream.of(
                        sources.stream().flatMap(source -> source.values().stream()),
                        tables.stream().flatMap(TableDraft::guesses),
                        unread.stream().map(file -> Guess.unsure(file.reason())),
                        drafted.guesses())
                .flatMap(one -> one)
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(folder.relativize(file).toString().split("[/\\\\]"))
                            .noneMatch(part -> part.startsWith(".") || part.startsWith("~$")))
                    .filter(file -> !file.getFileName().toString().equals("extract.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
