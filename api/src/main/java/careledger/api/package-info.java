/** Starts the service. */
@NullMarked
package careledger.api;

import org.jspecify.annotations.NullMarked;
