@NullMarked
package careledger.schema.search;

import org.jspecify.annotations.NullMarked;
