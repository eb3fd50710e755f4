@NullMarked
package careledger.warehouse.file;

import org.jspecify.annotations.NullMarked;
