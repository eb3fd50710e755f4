/** What a caller receives when a request fails: one code, one message, one status, at every address. */
@NullMarked
package careledger.api.error;

import org.jspecify.annotations.NullMarked;
