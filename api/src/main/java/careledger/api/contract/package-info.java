@NullMarked
package careledger.api.contract;

import org.jspecify.annotations.NullMarked;
