/** Measurements of a running service, for docs/measurements.md. */
@NullMarked
package careledger.api.measure;

import org.jspecify.annotations.NullMarked;
