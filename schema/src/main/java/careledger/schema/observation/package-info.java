@NullMarked
package careledger.schema.observation;

import org.jspecify.annotations.NullMarked;
