/** Records as JSON. */
@NullMarked
package careledger.release.json;

import org.jspecify.annotations.NullMarked;
