/** The rule that decides which of several published figures is shown. */
@NullMarked
package careledger.etl.headline;

import org.jspecify.annotations.NullMarked;
