package careledger.etl.draft;

import careledger.etl.draft.TableDraft.Part;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Dimension;
import careledger.schema.mapping.TableForm;
import careledger.schema.mapping.TidyFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Guesses the columns of a file in the Department's open data convention. */
final class TidyGuess {
    private static final List<String> LEVELS = List.of("national", "regional", "local authority");
    private static final int MOST_MEMBERS = 60;

    private final Catalogue catalogue;
    private final IndicatorGuess indicators;
    private final TableBounds look;
    private final TableDraft draft;

    TidyGuess(Catalogue catalogue, IndicatorGuess indicators, TableForm form, TableBounds look) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.look = look;
        this.draft = new TableDraft(form, Guess.sure("tidy", "the standard columns of the Department's open data"));
    }

    TableDraft draft() {
        for (int position = 0; position < look.header().size(); position++) {
            String header = look.header().get(position);
            if (header.equals("geographic_level")) {
                levels(position);
            } else if (!TidyFile.REQUIRED.contains(header) && !TidyFile.STANDARD.contains(header)) {
                column(header, position);
            }
        }
        return draft;
    }

    private void levels(int position) {
        List<String> others = new TreeSet<>(look.column(position))
                .stream()
                        .filter(level -> LEVELS.stream().noneMatch(level.toLowerCase(Locale.UK)::startsWith))
                        .toList();
        if (!others.isEmpty()) {
            draft.leftOut()
                    .add(new TableDraft.LeftOut(
                            "geographic_level", others, "Places of this level are not areas of the warehouse."));
        }
    }

    private void column(String header, int position) {
        List<String> cells = look.column(position);
        long figures = cells.stream()
                .filter(cell -> CellTexts.figure(cell) || CellTexts.symbol(cell))
                .count();
        boolean named = catalogue.dimension(header).isPresent();
        if (cells.isEmpty()) {
            draft.ignored().add(header);
        } else if (!named && figures >= cells.size() * 0.9) {
            draft.indicators().put(header, indicators.of(header, Set.of()));
            cells.stream()
                    .filter(cell -> !CellTexts.figure(cell) && !TidyFile.SYMBOLS.containsKey(cell))
                    .distinct()
                    .forEach(symbol -> draft.symbols().put(symbol, CellTexts.meaning(symbol)));
        } else {
            draft.filters().put(header, filter(catalogue, header, new LinkedHashSet<>(cells)));
        }
    }

    /** What a column breaks figures down by. */
    static Part filter(Catalogue catalogue, String header, Set<String> words) {
        Part filter = Part.of("column", header);
        Optional<String> total = words.stream()
                .filter(word -> word.matches("(?i)total|all( .*)?|all children"))
                .findFirst();
        List<String> members = new ArrayList<>(words);
        total.ifPresent(members::remove);
        Dimension best = catalogue.dimensions().stream()
                .max(Comparator.comparingLong((Dimension one) -> known(catalogue, one.id(), members))
                        .thenComparing(one -> one.id().equals(header) ? 1 : 0))
                .orElseThrow();
        long known = known(catalogue, best.id(), members);
        String some = members.stream().limit(4).reduce((a, b) -> a + ", " + b).orElse("only the total");
        if (catalogue.dimension(header).isPresent()) {
            filter.with("dimension", Guess.sure(header, "called like the dimension"));
        } else if (known > 0 && known == members.size()) {
            filter.with("dimension", Guess.sure(best.id(), "it knows every word: " + some));
        } else if (known * 2 > members.size()) {
            filter.with("dimension", Guess.likely(best.id(), "it knows " + known + " of " + members.size() + " words"));
        } else {
            filter.with(
                    "dimension", Guess.unsure("it holds " + some + "; a dimension, or say breakdowns word by word"));
        }
        total.ifPresent(word -> filter.with("total", Guess.likely(word, "the word for the whole")));
        String dimension = filter.said("dimension");
        if (catalogue.dimension(dimension).isPresent() && members.size() <= MOST_MEMBERS) {
            members.stream()
                    .filter(word -> catalogue.member(dimension, word).isEmpty())
                    .forEach(word -> filter.figures().put(word, Guess.unsure("no member of that name")));
        }
        return filter;
    }

    private static long known(Catalogue catalogue, String dimension, List<String> words) {
        return words.stream()
                .filter(word -> catalogue.member(dimension, word).isPresent())
                .count();
    }
}
