@NullMarked
package careledger.schema.catalogue;

import org.jspecify.annotations.NullMarked;
