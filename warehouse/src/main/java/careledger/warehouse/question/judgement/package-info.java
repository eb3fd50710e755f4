/** What may be said of a figure beside another, and among others: one rule for trends and scorecards. */
@NullMarked
package careledger.warehouse.question.judgement;

import org.jspecify.annotations.NullMarked;
