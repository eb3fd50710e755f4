@NullMarked
package careledger.api.observation;

import org.jspecify.annotations.NullMarked;
