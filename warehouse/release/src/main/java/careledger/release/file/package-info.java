/** Writing files that survive a crash. */
@NullMarked
package careledger.release.file;

import org.jspecify.annotations.NullMarked;
