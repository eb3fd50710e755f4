@NullMarked
package careledger.answers.comparison;

import org.jspecify.annotations.NullMarked;
