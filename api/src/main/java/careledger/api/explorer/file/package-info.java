/** Pages as files: their tables with what a reader must know about them, as CSV, JSON, XLSX and ODS. */
@NullMarked
package careledger.api.explorer.file;

import org.jspecify.annotations.NullMarked;
