@NullMarked
package careledger.warehouse.question.releasediff;

import org.jspecify.annotations.NullMarked;
