@NullMarked
package careledger.warehouse.question.rejection;

import org.jspecify.annotations.NullMarked;
