package careledger.api.explorer;

import careledger.answers.catalogue.SourceEntry;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.PublishedDay;
import careledger.answers.observation.Observation;
import careledger.answers.query.CanonicalJson;
import careledger.api.explorer.chart.ChartWords;
import careledger.schema.catalogue.Unit;
import careledger.schema.mapping.PublicationTime;
import careledger.schema.observation.ValueKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words that several pages use. */
public final class Words {
    private static final ZoneId HERE = PublicationTime.ZONE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(HERE);
    private static final int SHORT_HASH = 12;

    private Words() {}

    /** As in 31 March 2025. */
    public static String day(LocalDate day) {
        return ChartWords.day(day);
    }

    /** The day on which a document was published, as far as it prints one. */
    public static String published(SourceEntry source) {
        return PublishedDay.words(source.publishedOn(), source.publishedOnNote());
    }

    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** "1 measure", "2 measures". */
    public static String count(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    /** "1st", "2nd", "11th". */
    public static String ordinal(int number) {
        int tens = number % 100;
        String end = tens >= 11 && tens <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + end;
    }

    /** The address of the page of a figure. */
    public static String figureLink(String claim) {
        return Route.FIGURE.of(shortHash(claim)).link();
    }

    /** The short form of a permanent id. */
    public static String shortHash(String claim) {
        return CanonicalJson.hash(claim).substring(0, SHORT_HASH);
    }

    /** What kind of figure it is. */
    public static String valueKind(ValueKind kind) {
        return switch (kind) {
            case ACTUAL -> "figure";
            case PROVISIONAL -> "provisional figure";
            case PREVIOUSLY_REPORTED -> "figure for an earlier period";
            case TARGET -> "target";
            case FORECAST -> "forecast";
        };
    }

    /** Of a figure that has no comparable one before it. */
    static final String NOTHING_EARLIER = "No earlier figure";

    /** A word for a judgement. */
    public static String direction(Direction direction) {
        return switch (direction) {
            case BETTER -> "Better";
            case WORSE -> "Worse";
            case HIGHER -> "Higher";
            case LOWER -> "Lower";
            case STEADY -> "Steady";
            case NOT_COMPARABLE -> "Not comparable";
            case NO_DATA -> "No figure";
        };
    }

    /** The same of a measure's newest figure: one that has no earlier one is not one that is missing. */
    static String direction(Direction direction, @Nullable Observation latest) {
        return direction == Direction.NO_DATA && latest != null && latest.value() != null
                ? NOTHING_EARLIER
                : direction(direction);
    }

    /** Texts as sentences, each with a capital letter and a full stop. */
    static String sentences(String... texts) {
        return Stream.of(texts)
                .filter(text -> !text.isBlank())
                .map(text -> FigureFormat.sentence(FigureFormat.capital(text.strip())))
                .collect(Collectors.joining(" "));
    }

    /** Where a figure is beside another of the same time. */
    public static String beside(Direction direction) {
        return direction == Direction.STEADY ? "Level" : direction(direction);
    }

    /** The class of styles that goes with a word of judgement. */
    public static String tone(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "better", "met" -> "good";
            case "worse", "missed" -> "bad";
            case "no target", "not compared", "not judged", "no figure", "no earlier figure", "not comparable" ->
                "none";
            default -> "plain";
        };
    }

    /** What is said beside a value that is not an ordinary figure; empty for one that is. */
    public static String status(Observation figure) {
        if (figure.valueKind() == ValueKind.PROVISIONAL) {
            return "provisional [p]";
        }
        return figure.value() == null ? StatusWords.words(figure.status()) : "";
    }

    /** A number as it is, or a dash. */
    static String number(@Nullable Double number) {
        return number == null ? "–" : FigureFormat.number(number, 4);
    }

    static String unit(Unit unit) {
        return switch (unit) {
            case COUNT -> "a number";
            case PERCENT -> "per cent";
            case PERCENTAGE_POINT -> "percentage points";
            case RATE_PER_1K -> "per 1,000";
            case RATE_PER_10K -> "per 10,000";
            case RATE_PER_100K -> "per 100,000";
            case MEAN -> "an average";
            case DAYS -> "days";
            case GBP -> "pounds";
            case SCORE -> "a score";
            case RATIO -> "a ratio";
            case INDEX -> "an index";
        };
    }
}
