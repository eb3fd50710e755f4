@NullMarked
package careledger.warehouse.question.revision;

import org.jspecify.annotations.NullMarked;
