@NullMarked
package careledger.api.access.caller;

import org.jspecify.annotations.NullMarked;
