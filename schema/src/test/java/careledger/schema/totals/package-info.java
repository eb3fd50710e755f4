@NullMarked
package careledger.schema.totals;

import org.jspecify.annotations.NullMarked;
