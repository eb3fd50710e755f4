@NullMarked
package careledger.answers.slice;

import org.jspecify.annotations.NullMarked;
