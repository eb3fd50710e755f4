@NullMarked
package careledger.warehouse.question.catalogue;

import org.jspecify.annotations.NullMarked;
