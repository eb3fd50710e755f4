package careledger.api.explorer.chart;

import java.util.List;

/**
 * A finished picture.
 *
 * @param svg one {@code svg} element, which needs nothing beside it
 * @param labels what is written in it, and where
 */
public record Drawing(String svg, List<Label> labels) {
    public Drawing {
        labels = List.copyOf(labels);
    }

    /** A text and the room that it takes. */
    public record Label(String text, Box box) {}
}
