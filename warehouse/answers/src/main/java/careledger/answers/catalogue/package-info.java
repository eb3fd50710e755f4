/** The catalogue of a release, held in memory. */
@NullMarked
package careledger.answers.catalogue;

import org.jspecify.annotations.NullMarked;
