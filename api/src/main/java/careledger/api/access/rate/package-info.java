@NullMarked
package careledger.api.access.rate;

import org.jspecify.annotations.NullMarked;
