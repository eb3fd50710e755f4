/** Whole releases, the contract and run reports as files. */
@NullMarked
package careledger.api.download;

import org.jspecify.annotations.NullMarked;
