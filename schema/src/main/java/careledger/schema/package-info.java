@NullMarked
package careledger.schema;

import org.jspecify.annotations.NullMarked;
