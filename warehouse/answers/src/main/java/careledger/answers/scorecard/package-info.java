/** Scorecards filled in for an area and a period. */
@NullMarked
package careledger.answers.scorecard;

import org.jspecify.annotations.NullMarked;
