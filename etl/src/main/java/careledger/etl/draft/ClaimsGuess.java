package careledger.etl.draft;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Unit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads in a file of claims what the catalogue does not know: indicators, members and areas. */
final class ClaimsGuess {
    private static final Pattern BREAKDOWN = Pattern.compile("([^;=]+)=([^;]+)");

    private final Catalogue catalogue;
    private final CatalogueDraft drafted;
    private final TableBounds look;

    ClaimsGuess(Catalogue catalogue, CatalogueDraft drafted, TableBounds look) {
        this.catalogue = catalogue;
        this.drafted = drafted;
        this.look = look;
    }

    /** Drafts what is missing. */
    void draft() {
        look.body().forEach(row -> claim(row.cells()));
    }

    /** Known indicators that a document has figures of. */
    static Set<String> indicators(TableBounds look, String source) {
        Set<String> named = new LinkedHashSet<>();
        look.body().stream()
                .filter(row -> cell(look, row.cells(), "source").equals(source))
                .forEach(row -> named.add(cell(look, row.cells(), "indicator")));
        return named;
    }

    private void claim(List<String> cells) {
        String id = cell("indicator", cells);
        Optional<Unit> unit = Arrays.stream(Unit.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(cell("statistic", cells)))
                .findFirst();
        if (!id.isEmpty() && catalogue.indicator(id).isEmpty() && unit.isPresent()) {
            boolean onADay = cell("period_kind", cells).equals("SNAPSHOT");
            drafted.named(id, unit.get(), CellTexts.decimals(cell("value", cells)), onADay, cell("source", cells));
        }
        BREAKDOWN
                .matcher(cell("breakdown", cells))
                .results()
                .forEach(pair -> drafted.member(pair.group(1).strip(), pair.group(2)));
        if (!cell("area", cells).isEmpty()) {
            drafted.area(cell("area", cells));
        }
    }

    private String cell(String column, List<String> cells) {
        return cell(look, cells, column);
    }

    private static String cell(TableBounds look, List<String> cells, String column) {
        int at = look.header().indexOf(column);
        return at >= 0 && at < cells.size() ? cells.get(at).strip() : "";
    }
}
