@NullMarked
package careledger.api.transfer;

import org.jspecify.annotations.NullMarked;
