@NullMarked
package careledger.schema.mapping;

import org.jspecify.annotations.NullMarked;
