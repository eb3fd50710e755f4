/** Deliveries and releases that are kept on another file system or object store. */
@NullMarked
package careledger.etl.store;

import org.jspecify.annotations.NullMarked;
