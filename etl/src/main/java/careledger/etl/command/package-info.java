/** The command line. */
@NullMarked
package careledger.etl.command;

import org.jspecify.annotations.NullMarked;
