/** The current release, kept open in DuckDB, and the limits under which queries run. */
@NullMarked
package careledger.answers.serving;

import org.jspecify.annotations.NullMarked;
