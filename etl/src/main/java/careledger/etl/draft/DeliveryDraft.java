package careledger.etl.draft;

import careledger.etl.table.UnknownFile;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.mapping.TableForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A draft of the extract.yaml of a folder of unknown files: what can be seen is filled in, each with its reason, and what
 * cannot is marked for a person to say.
 *
 * @param tables in order of file
 * @param unread files in which no table was found, with the reason
 */
public record DeliveryDraft(
        List<Map<String, Guess>> sources, List<TableDraft> tables, List<UnknownFile.Unread> unread) {
    private static final List<String> CLAIMS = List.of("claim", "source", "locator", "indicator");
    private static final List<String> NEIGHBOURS = List.of("model", "area_code", "area_name", "rank");

    public DeliveryDraft {
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
        unread = List.copyOf(unread);
    }

    /** @throws IOException where the folder cannot be read */
    public static DeliveryDraft of(Path folder, Catalogue catalogue) throws IOException {
        IndicatorGuess indicators = new IndicatorGuess(catalogue);
        List<TableDraft> tables = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        List<UnknownFile.Unread> unread = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            UnknownFile looked;
            try (InputStream in = Files.newInputStream(file)) {
                looked = UnknownFile.look(name, in);
            }
            unread.addAll(looked.unread());
            for (UnknownFile.Found found : looked.tables()) {
                tables.add(table(found, catalogue, indicators));
                ids.addAll(sourcesOf(found));
            }
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        SourceGuess source = new SourceGuess(tables, catalogue);
        if (ids.size() > 1) {
            tables.stream()
                    .filter(table -> !table.layout().value().equals("claims"))
                    .forEach(table -> table.keys().put("source", Guess.unsure("one of " + String.join(", ", ids))));
        }
        return new DeliveryDraft(
                ids.isEmpty()
                        ? List.of(source.named(name))
                        : ids.stream().map(source::listed).toList(),
                tables,
                unread);
    }

    /** Guesses for all tables and for the source, and notes on files without a table. */
    public List<Guess> guesses() {
        return Stream.of(
                        sources.stream().flatMap(source -> source.values().stream()),
                        tables.stream().flatMap(TableDraft::guesses),
                        unread.stream().map(file -> Guess.unsure(file.reason())))
                .flatMap(one -> one)
                .toList();
    }

    /** Ids of documents that rows of claims name. */
    private static Set<String> sourcesOf(UnknownFile.Found found) {
        TableBounds look = TableBounds.of(found.rows());
        return look.header().containsAll(CLAIMS)
                ? new TreeSet<>(look.column(look.header().indexOf("source")))
                : Set.of();
    }

    private static TableDraft table(UnknownFile.Found found, Catalogue catalogue, IndicatorGuess indicators) {
        TableBounds look = TableBounds.of(found.rows());
        TableForm form = shaped(found, look);
        if (look.header().containsAll(CLAIMS)) {
            return new TableDraft(form, Guess.sure("claims", "its header is that of claims"));
        } else if (look.header().containsAll(NEIGHBOURS)) {
            return new TableDraft(form, Guess.sure("neighbours", "its header is that of neighbours"));
        } else if (look.header().contains("time_period")) {
            return new TidyGuess(catalogue, indicators, form, look).draft();
        } else if (look.header().size() < 2 || look.body().isEmpty()) {
            TableDraft none = new TableDraft(form, Guess.unsure("no figures were found; 'none', if it is so"));
            none.keys().put("because", Guess.unsure("why it is not wanted"));
            return none;
        }
        return new WideGuess(catalogue, indicators, form, look).draft();
    }

    private static TableForm shaped(UnknownFile.Found found, TableBounds look) {
        TableForm form = found.form();
        return new TableForm(
                form.delivered(),
                form.entry(),
                form.sheet(),
                form.range(),
                form.table(),
                form.encoding(),
                form.delimiter(),
                look.skip(),
                look.headerRows(),
                look.until(),
                found.mergedDownwards(),
                form.hidden(),
                form.leaveOut());
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
