/** Scorecards as YAML defines them. */
@NullMarked
package careledger.schema.scorecard;

import org.jspecify.annotations.NullMarked;
