/** Building and checking the DuckDB file that serves a release. */
@NullMarked
package careledger.release.servingfile;

import org.jspecify.annotations.NullMarked;
