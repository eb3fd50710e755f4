package careledger.etl.draft;

import careledger.etl.table.UnknownFile;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.mapping.TableForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Drafts every table of a delivery, and what they share: the documents and what is added to the catalogue. */
final class Drafting {
    private static final List<String> CLAIMS = List.of("claim", "source", "locator", "indicator");
    private static final List<String> NEIGHBOURS = List.of("model", "area_code", "area_name", "rank");

    private final Catalogue catalogue;
    private final List<UnknownFile.Found> found;
    private final IndicatorGuess indicators;
    private final CatalogueDraft drafted;
    /** Documents that claims name, each with the indicators that they have of it. */
    private final Map<String, Set<String>> documents = new TreeMap<>();

    Drafting(Catalogue catalogue, List<UnknownFile.Found> found) {
        this.catalogue = catalogue;
        this.found = found;
        this.indicators = new IndicatorGuess(catalogue);
        this.drafted = new CatalogueDraft(catalogue);
    }

    /** @param folder the delivery's name */
    DeliveryDraft of(String folder, List<UnknownFile.Unread> unread) {
        for (UnknownFile.Found one : found) {
            TableBounds look = TableBounds.of(one.rows());
            if (look.header().containsAll(CLAIMS)) {
                Set<String> ids = Set.copyOf(look.column(look.header().indexOf("source")));
                ids.forEach(id -> documents.put(id, ClaimsGuess.indicators(look, id)));
            }
        }
        SourceNames names = new SourceNames(catalogue, documents.keySet(), folder);
        List<TableDraft> tables = new ArrayList<>();
        for (UnknownFile.Found one : found) {
            TableBounds look = TableBounds.of(one.rows());
            Optional<Guess> source = look.header().containsAll(CLAIMS)
                    ? Optional.empty()
                    : names.of(one.form().id());
            TableDraft table = table(
                    one,
                    look,
                    source.filter(guess -> !guess.open()).map(Guess::value).orElse(names.only()));
            source.filter(any -> !documents.isEmpty())
                    .ifPresent(guess -> table.keys().put("source", guess));
            tables.add(table);
        }
        return new DeliveryDraft(sources(names, tables), tables, unread, drafted);
    }

    private List<Map<String, Guess>> sources(SourceNames names, List<TableDraft> tables) {
        SourceGuess source = new SourceGuess(tables, catalogue);
        if (documents.isEmpty()) {
            return List.of(source.named(names.only()));
        }
        Map<String, Map<String, Guess>> listed = new LinkedHashMap<>();
        documents.forEach((id, named) -> listed.put(id, source.listed(id, named)));
        names.known().forEach(id -> listed.putIfAbsent(id, source.again(id)));
        return List.copyOf(listed.values());
    }

    private TableDraft table(UnknownFile.Found one, TableBounds look, String source) {
        TableForm form = shaped(one, look);
        NewMeasures measures = new NewMeasures(drafted, indicators, source);
        if (look.header().containsAll(CLAIMS)) {
            new ClaimsGuess(catalogue, drafted, look).draft();
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
        return LongGuess.of(catalogue, indicators, measures, form, look)
                .orElseGet(() -> new WideGuess(catalogue, indicators, measures, form, look).draft());
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
}
