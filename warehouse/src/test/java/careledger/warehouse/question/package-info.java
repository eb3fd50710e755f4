@NullMarked
package careledger.warehouse.question;

import org.jspecify.annotations.NullMarked;
