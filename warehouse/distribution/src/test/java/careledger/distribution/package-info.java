/** Tests of the zip that is installed. */
@NullMarked
package careledger.distribution;

import org.jspecify.annotations.NullMarked;
