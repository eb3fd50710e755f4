@NullMarked
package careledger.api.table;

import org.jspecify.annotations.NullMarked;
