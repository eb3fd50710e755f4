package careledger.schema.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks of a catalogue beyond those of {@link CatalogueCheck}, which are enforced: that a young person on the board can
 * read it, and that a relation between two indicators is entered with both.
 */
final class CatalogueReview {
    /** Sentences of up to 25 words are what GOV.UK asks of its writers. */
    static final int MOST_WORDS = 25;
    /** Grade 7 is read at the age of 12 to 13; from here on it is grade 8. */
    static final double FIRST_GRADE_TOO_HARD = 8;

    private static final int FEWEST_WORDS_OF_A_REASON = 4;

    private final Catalogue catalogue;
    private final List<String> problems = new ArrayList<>();

    private CatalogueReview(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param indicator one of the catalogue */
    static List<String> problems(Catalogue catalogue, Indicator indicator) {
        CatalogueReview review = new CatalogueReview(catalogue);
        review.indicator(indicator);
        return review.problems;
    }

    private void indicator(Indicator indicator) {
        String id = indicator.id();
        plainEnglish(id, indicator.plainEnglish());
        require(!indicator.synonyms().isEmpty(), id + " has no synonym: nobody will find it by another word.");
        indicator.polarityReason().ifPresent(reason -> sentence(id + ", polarityReason", reason));
        indicator.related().forEach(related -> related(indicator, related));
        indicator.sibling().ifPresent(sibling -> sibling(indicator, sibling));
        for (Definition definition : indicator.definitions()) {
            sentence(definition.id() + ", text", definition.text());
            definition.breakReason().ifPresent(reason -> sentence(definition.id() + ", breakReason", reason));
        }
    }

    private void plainEnglish(String id, String text) {
        sentence(id + ", plainEnglish", text);
        int sentences = Readability.sentences(text);
        require(sentences == 1, id + ", plainEnglish: expected one sentence, found " + sentences + ".");
        int words = Readability.words(text).size();
        require(words <= MOST_WORDS, id + ", plainEnglish: expected at most 25 words, found " + words + ".");
        double grade = Readability.grade(text);
        require(
                grade < FIRST_GRADE_TOO_HARD,
                id + ", plainEnglish: expected a reading grade below 8, found " + Math.round(10 * grade) / 10.0
                        + "; take shorter words.");
    }

    private void related(Indicator indicator, RelatedIndicator related) {
        String pair = indicator.id() + ", related " + related.indicator();
        sentence(pair, related.relation());
        require(
                related(related.indicator(), indicator.id()),
                pair + ": the other does not name this one; say there what this one counts.");
    }

    private boolean related(String from, String to) {
        return catalogue.indicator(from).stream()
                .flatMap(one -> one.related().stream())
                .anyMatch(one -> one.indicator().equals(to));
    }

    private void sibling(Indicator indicator, String sibling) {
        boolean mutual = catalogue
                .indicator(sibling)
                .flatMap(Indicator::sibling)
                .filter(indicator.id()::equals)
                .isPresent();
        require(mutual, indicator.id() + ", sibling " + sibling + ": the other does not name this one.");
        boolean countAndShare = catalogue
                .indicator(sibling)
                .filter(other -> (other.unit() == Unit.COUNT) != (indicator.unit() == Unit.COUNT))
                .isPresent();
        require(countAndShare, indicator.id() + ", sibling " + sibling + ": expected a count and a share of the same.");
    }

    private void sentence(String where, String text) {
        require(
                text.strip().endsWith(".") && Readability.words(text).size() >= FEWEST_WORDS_OF_A_REASON,
                where + ": expected a sentence of some words with a full stop, found '" + text + "'.");
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
