@NullMarked
package careledger.api.explorer.chart;

import org.jspecify.annotations.NullMarked;
