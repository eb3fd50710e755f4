/** Time periods and their ids. */
@NullMarked
package careledger.schema.period;

import org.jspecify.annotations.NullMarked;
