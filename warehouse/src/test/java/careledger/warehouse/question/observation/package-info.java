@NullMarked
package careledger.warehouse.question.observation;

import org.jspecify.annotations.NullMarked;
