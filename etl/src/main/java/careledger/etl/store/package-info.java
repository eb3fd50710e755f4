@NullMarked
package careledger.etl.store;

import org.jspecify.annotations.NullMarked;
