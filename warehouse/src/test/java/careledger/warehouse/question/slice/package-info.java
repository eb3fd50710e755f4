@NullMarked
package careledger.warehouse.question.slice;

import org.jspecify.annotations.NullMarked;
