/** Published figures that disagree. */
@NullMarked
package careledger.answers.conflict;

import org.jspecify.annotations.NullMarked;
