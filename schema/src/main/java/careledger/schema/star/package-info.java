@NullMarked
package careledger.schema.star;

import org.jspecify.annotations.NullMarked;
