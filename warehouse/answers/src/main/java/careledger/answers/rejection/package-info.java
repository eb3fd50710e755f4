/** Rejected rows of the run that made a release. */
@NullMarked
package careledger.answers.rejection;

import org.jspecify.annotations.NullMarked;
