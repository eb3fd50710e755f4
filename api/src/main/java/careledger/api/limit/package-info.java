@NullMarked
package careledger.api.limit;

import org.jspecify.annotations.NullMarked;
