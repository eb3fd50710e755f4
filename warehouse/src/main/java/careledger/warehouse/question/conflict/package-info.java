@NullMarked
package careledger.warehouse.question.conflict;

import org.jspecify.annotations.NullMarked;
