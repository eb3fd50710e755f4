/** Targets that are shown on the trend of another indicator. */
@NullMarked
package careledger.schema.targets;

import org.jspecify.annotations.NullMarked;
