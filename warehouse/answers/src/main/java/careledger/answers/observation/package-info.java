/** The flat table of observations: filters, pages, totals and warnings. */
@NullMarked
package careledger.answers.observation;

import org.jspecify.annotations.NullMarked;
