/** How far a figure moved, and what that may be called: one rule for trends and scorecards. */
@NullMarked
package careledger.warehouse.question.change;

import org.jspecify.annotations.NullMarked;
