/** Which figures of one document must agree. */
@NullMarked
package careledger.schema.consistency;

import org.jspecify.annotations.NullMarked;
