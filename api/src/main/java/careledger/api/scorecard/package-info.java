@NullMarked
package careledger.api.scorecard;

import org.jspecify.annotations.NullMarked;
