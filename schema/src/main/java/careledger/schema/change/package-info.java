@NullMarked
package careledger.schema.change;

import org.jspecify.annotations.NullMarked;
