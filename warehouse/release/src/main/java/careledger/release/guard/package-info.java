/** Guards that stop a release which differs too much from the current one. */
@NullMarked
package careledger.release.guard;

import org.jspecify.annotations.NullMarked;
