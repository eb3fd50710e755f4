@NullMarked
package careledger.api.revision;

import org.jspecify.annotations.NullMarked;
