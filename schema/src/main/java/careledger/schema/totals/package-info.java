/** Which parts add up to a whole. */
@NullMarked
package careledger.schema.totals;

import org.jspecify.annotations.NullMarked;
