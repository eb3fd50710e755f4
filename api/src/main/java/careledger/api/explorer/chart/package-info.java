/** Draws answers as SVG. Pure functions: the same answer is always the same picture. */
@NullMarked
package careledger.api.explorer.chart;

import org.jspecify.annotations.NullMarked;
