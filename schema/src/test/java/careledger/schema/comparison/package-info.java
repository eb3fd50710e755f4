@NullMarked
package careledger.schema.comparison;

import org.jspecify.annotations.NullMarked;
