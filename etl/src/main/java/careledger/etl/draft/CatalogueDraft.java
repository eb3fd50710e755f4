package careledger.etl.draft;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a draft adds to the catalogue: measures, dimensions, members and areas that it does not know. */
final class CatalogueDraft {
    private static final int LONGEST_ID = 60;
    private static final Pattern MARKS = Pattern.compile("[¹²³⁴-⁹⁰†‡*]+|\\(\\d\\)$|[.:]+$");

    private final Catalogue catalogue;
    private final Map<String, NewIndicator> indicators = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> members = new LinkedHashMap<>();
    private final Map<String, String> areas = new LinkedHashMap<>();

    CatalogueDraft(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A measure that no indicator is like.
     *
     * @param onADay whether it is counted on a day, and not over a period
     * @param wordings what each document prints, by its id
     */
    record NewIndicator(
            String id, String title, Unit unit, int decimals, boolean onADay, Map<String, String> wordings) {}

    /** The id of a measure, drafted once however often it is printed. */
    String indicator(String printed, Unit unit, int decimals, boolean onADay, String source) {
        String title = plain(printed);
        String id = id(title);
        String suffix = UnitGuess.suffix(unit);
        return add(id.endsWith(suffix) ? id : id + suffix, title, unit, decimals, onADay, source, printed);
    }

    /** A measure whose id the file itself prints. */
    void named(String id, Unit unit, int decimals, boolean onADay, String source) {
        String words = id.replaceAll("_(count|pct|gbp|mean|score|days|ratio|index|rate_per_\\w+)$", "")
                .replace('_', ' ');
        add(id, Character.toUpperCase(words.charAt(0)) + words.substring(1), unit, decimals, onADay, source, words);
    }

    private String add(
            String id, String title, Unit unit, int decimals, boolean onADay, String source, String printed) {
        NewIndicator known = indicators.get(id);
        Map<String, String> wordings = new LinkedHashMap<>(known == null ? Map.of() : known.wordings());
        wordings.putIfAbsent(source, printed.strip());
        int most = Math.max(decimals, known == null ? 0 : known.decimals());
        indicators.put(id, new NewIndicator(id, title, unit, most, onADay, wordings));
        return id;
    }

    /** A printed word that a dimension, itself new or not, does not know. */
    void member(String dimension, String printed) {
        if (catalogue.member(dimension, printed).isEmpty()) {
            members.computeIfAbsent(dimension, any -> new LinkedHashMap<>())
                    .putIfAbsent(id(plain(printed)), printed.strip());
        }
    }

    void area(String printed) {
        if (catalogue.area(printed).isEmpty()) {
            areas.putIfAbsent(id(printed).replace('_', '-'), printed.strip());
        }
    }

    boolean knows(String dimension) {
        return catalogue.dimension(dimension).isPresent();
    }

    Map<String, NewIndicator> indicators() {
        return indicators;
    }

    /** By dimension: the printed word of each id. */
    Map<String, Map<String, String>> members() {
        return members;
    }

    /** The printed name of each id. */
    Map<String, String> areas() {
        return areas;
    }

    /** One question is asked of each new indicator, and one of each new area. */
    Stream<Guess> guesses() {
        return Stream.of(indicators.keySet(), areas.keySet())
                .flatMap(ids -> List.copyOf(ids).stream())
                .map(id -> Guess.unsure("to describe " + id));
    }

    static String plain(String printed) {
        return MARKS.matcher(printed.strip()).replaceAll("").strip().replaceAll("\\s+", " ");
    }

    static String id(String printed) {
        String words = printed.toLowerCase(Locale.UK)
                .replaceAll("%|per 1[0-9,]*", " ")
                .replace("&", " and ")
                .replaceAll("\\b(the|of|in|a|an|number|no|percentage|per cent|total|who|were|are|have|had)\\b", " ")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        String id = words.isEmpty() ? "measure" : words;
        if (id.length() <= LONGEST_ID) {
            return id;
        }
        int cut = id.lastIndexOf('_', LONGEST_ID);
        return id.substring(0, cut > 0 ? cut : LONGEST_ID);
    }
}
