@NullMarked
package careledger.api.error;

import org.jspecify.annotations.NullMarked;
