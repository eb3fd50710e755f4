/** The command {@code careledger}: builds what is not built, and starts the program that does the work. */
@NullMarked
package careledger.launcher;

import org.jspecify.annotations.NullMarked;
