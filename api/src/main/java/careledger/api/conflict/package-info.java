@NullMarked
package careledger.api.conflict;

import org.jspecify.annotations.NullMarked;
