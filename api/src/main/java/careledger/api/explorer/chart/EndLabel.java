package careledger.api.explorer.chart;

import careledger.api.explorer.chart.TrendPicture.Role;
import java.util.Optional;

/**
 * What is written at the end of a line, or of a range.
 *
 * @param y where the line ends
 * @param role of the line; empty for the neighbours
 * @param dash of the line
 */
record EndLabel(String text, double y, Colour colour, boolean bold, Optional<Role> role, String dash) {
    private static final double LENGTH = 32;

    /** How the line looks, drawn beside its name. */
    void key(Svg svg, double x, double y) {
        if (dash.equals("range")) {
            svg.empty(
                    "rect",
                    "class",
                    "range",
                    "x",
                    x,
                    "y",
                    y - 5,
                    "width",
                    LENGTH,
                    "height",
                    10.0,
                    "fill",
                    Colour.RANGE.code(),
                    "stroke",
                    Colour.RANGE_EDGE.code(),
                    "stroke-width",
                    1.0);
            return;
        }
        svg.empty(
                "line",
                "class",
                "line",
                "x1",
                x,
                "x2",
                x + LENGTH,
                "y1",
                y,
                "y2",
                y,
                "stroke",
                colour.code(),
                "stroke-width",
                role.map(Role::width).orElse(2.0),
                "stroke-dasharray",
                dash.isEmpty() ? "none" : dash);
    }
}
