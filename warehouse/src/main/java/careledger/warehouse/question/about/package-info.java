@NullMarked
package careledger.warehouse.question.about;

import org.jspecify.annotations.NullMarked;
