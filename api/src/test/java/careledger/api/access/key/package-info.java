@NullMarked
package careledger.api.access.key;

import org.jspecify.annotations.NullMarked;
