@NullMarked
package careledger.release.guard;

import org.jspecify.annotations.NullMarked;
