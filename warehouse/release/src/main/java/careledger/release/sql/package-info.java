/** Running SQL over JDBC, and SQL kept in resource files. */
@NullMarked
package careledger.release.sql;

import org.jspecify.annotations.NullMarked;
