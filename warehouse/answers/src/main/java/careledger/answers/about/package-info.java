/** How much a release holds. */
@NullMarked
package careledger.answers.about;

import org.jspecify.annotations.NullMarked;
