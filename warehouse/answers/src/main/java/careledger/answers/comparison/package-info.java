/** Values worked out from published figures: gaps, means, indices, runs, shares, rates and amounts in real terms. */
@NullMarked
package careledger.answers.comparison;

import org.jspecify.annotations.NullMarked;
