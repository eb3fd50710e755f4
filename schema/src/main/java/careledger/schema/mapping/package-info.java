/** The format of {@code extract.yaml}: what a delivered file contains. */
@NullMarked
package careledger.schema.mapping;

import org.jspecify.annotations.NullMarked;
