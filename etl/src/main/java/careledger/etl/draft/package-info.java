/** Draft mappings for folders of unknown files, each guess with its reason. */
@NullMarked
package careledger.etl.draft;

import org.jspecify.annotations.NullMarked;
