/** Charts as pictures of points. */
@NullMarked
package careledger.api.png;

import org.jspecify.annotations.NullMarked;
