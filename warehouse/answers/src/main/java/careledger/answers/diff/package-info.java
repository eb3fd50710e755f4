/** What changed between two releases. */
@NullMarked
package careledger.answers.diff;

import org.jspecify.annotations.NullMarked;
