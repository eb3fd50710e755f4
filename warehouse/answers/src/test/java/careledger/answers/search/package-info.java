@NullMarked
package careledger.answers.search;

import org.jspecify.annotations.NullMarked;
