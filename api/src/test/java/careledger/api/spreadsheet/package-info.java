@NullMarked
package careledger.api.spreadsheet;

import org.jspecify.annotations.NullMarked;
