/** Runs of the ETL that the service starts on a schedule. */
@NullMarked
package careledger.api.schedule;

import org.jspecify.annotations.NullMarked;
