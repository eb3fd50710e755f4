/** A published figure and what qualifies it. */
@NullMarked
package careledger.schema.observation;

import org.jspecify.annotations.NullMarked;
