package careledger.etl.draft;

import careledger.schema.catalogue.Unit;
import careledger.schema.yaml.YamlFile;
import java.util.Map;

/** Writes what a draft adds to the catalogue, with one question for each new measure: what it means. */
final class CatalogueText {
    private static final String OPEN = '"' + YamlFile.UNFINISHED + '"';

    private final StringBuilder text = new StringBuilder();

    private CatalogueText() {}

    static String of(CatalogueDraft draft) {
        CatalogueText text = new CatalogueText();
        text.indicators(draft);
        text.dimensions(draft);
        text.areas(draft);
        return text.text.toString();
    }

    private void indicators(CatalogueDraft draft) {
        if (!draft.indicators().isEmpty()) {
            line(0, "");
            line(
                    0,
                    "# Measures that the catalogue does not know. Where it does know one under another id, use that id"
                            + " above");
            line(
                    0,
                    "# and take the entry away. The unit, the kind and the timing are read from signs and words: check"
                            + " them.");
            line(0, "indicators:");
        }
        draft.indicators().values().forEach(this::indicator);
    }

    private void indicator(CatalogueDraft.NewIndicator one) {
        line(1, "- id: " + one.id());
        line(2, "topic: other # likely; the topics are listed in topics.yaml of the catalogue");
        line(2, "title: " + DraftText.quoted(one.title()));
        line(2, "plainEnglish: " + OPEN + " # to say: one sentence that a young person understands");
        line(2, "unit: " + one.unit());
        line(2, "decimals: " + one.decimals());
        line(2, "measure: " + kind(one) + " # likely");
        line(2, "timing: " + (one.onADay() ? "DAY" : "PERIOD") + " # likely");
        line(2, "synonyms: []");
        line(2, "definitions:");
        line(3, "- id: published");
        line(4, "primary: true");
        String first = one.wordings().values().iterator().next();
        line(4, "text: " + DraftText.quoted("As printed: " + first + ".") + " # likely; better in your own words");
        line(4, "sources:");
        for (Map.Entry<String, String> wording : one.wordings().entrySet()) {
            line(5, DraftText.quoted(wording.getKey()) + ": " + DraftText.quoted(wording.getValue()));
        }
    }

    private static String kind(CatalogueDraft.NewIndicator one) {
        if (one.unit() == Unit.GBP) {
            return "COST";
        } else if (one.unit() == Unit.COUNT) {
            return one.onADay() ? "STOCK" : "FLOW";
        }
        return one.unit().quotient() ? "COHORT" : "SCORE";
    }

    private void dimensions(CatalogueDraft draft) {
        if (!draft.members().isEmpty()) {
            line(0, "");
            line(0, "dimensions:");
        }
        draft.members().forEach((dimension, members) -> {
            line(1, "- id: " + dimension);
            if (!draft.knows(dimension)) {
                line(2, "title: " + DraftText.quoted(titled(dimension)) + " # likely");
            }
            line(2, "members:");
            members.forEach((id, printed) ->
                    line(3, "- {id: " + DraftText.quoted(id) + ", title: " + DraftText.quoted(printed) + "}"));
        });
    }

    private static String titled(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('_', ' ');
    }

    private void areas(CatalogueDraft draft) {
        if (!draft.areas().isEmpty()) {
            line(0, "");
            line(0, "areas:");
        }
        draft.areas().forEach((id, name) -> {
            line(1, "- id: " + DraftText.quoted(id));
            line(2, "name: " + DraftText.quoted(name));
            line(2, "kind: " + OPEN + " # to say: OTHER, AUTHORITY or REGION; or an alias of a known area");
        });
    }

    private void line(int indent, String line) {
        text.append("  ".repeat(indent)).append(line).append('\n');
    }
}
