/** Figures that a later publication changed. */
@NullMarked
package careledger.answers.revision;

import org.jspecify.annotations.NullMarked;
