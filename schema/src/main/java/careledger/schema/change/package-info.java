/** When a change between two figures counts as steady. */
@NullMarked
package careledger.schema.change;

import org.jspecify.annotations.NullMarked;
