/** Releases and tables as Parquet and DuckDB files. */
@NullMarked
package careledger.answers.export;

import org.jspecify.annotations.NullMarked;
