/** Rules for judging a figure against an earlier figure, a target or other areas. */
@NullMarked
package careledger.answers.judgement;

import org.jspecify.annotations.NullMarked;
