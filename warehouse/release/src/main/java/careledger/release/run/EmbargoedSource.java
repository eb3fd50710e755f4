package careledger.release.run;

import careledger.schema.mapping.PublicationTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A source that a run loaded before it is published.
 *
 * @param source id
 * @param until the moment of publication
 * @param figures how many claims
 * @param deliveries folders that bring it
 */
public record EmbargoedSource(String source, String title, Instant until, long figures, List<String> deliveries) {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(PublicationTime.ZONE);

    public EmbargoedSource {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(until, "until");
        deliveries = List.copyOf(deliveries);
    }

    /** In words. */
    public String describe() {
        return "%,d figure%s of %s (%s) %s embargoed until %s London time."
                .formatted(
                        figures,
                        figures == 1 ? "" : "s",
                        title,
                        source,
                        figures == 1 ? "is" : "are",
                        DAY_AND_TIME.format(until));
    }

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** Whether a delivery, or a file of one, is to be kept from readers while the embargo lasts. */
    boolean covers(String path) {
        return deliveries.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"));
    }

    /** Whether words name the source or a file of its deliveries. */
    boolean isNamedIn(String words) {
        return words.contains(source)
                || words.contains(title)
                || deliveries.stream().anyMatch(one -> words.contains(one + "/") || words.contains("'" + one + "'"));
    }
}
