@NullMarked
package careledger.release.sample;

import org.jspecify.annotations.NullMarked;
