/** Reviewed GraphQL documents served as JSON, CSV and Parquet under {@code /api/q/}. */
@NullMarked
package careledger.api.namedquery;

import org.jspecify.annotations.NullMarked;
