/** Releases in a data folder: staged, checked, published, compared, exported and pruned. */
@NullMarked
package careledger.release.store;

import org.jspecify.annotations.NullMarked;
