/** The vocabulary that all modules share, one subject a package. */
@NullMarked
package careledger.schema;

import org.jspecify.annotations.NullMarked;
