/** The tables and columns of a release. */
@NullMarked
package careledger.schema.star;

import org.jspecify.annotations.NullMarked;
