/** Which figures of different indicators may be put together to work out a share, a rate, a cost or a gap. */
@NullMarked
package careledger.schema.comparison;

import org.jspecify.annotations.NullMarked;
