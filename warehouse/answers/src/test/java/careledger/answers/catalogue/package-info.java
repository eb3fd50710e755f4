@NullMarked
package careledger.answers.catalogue;

import org.jspecify.annotations.NullMarked;
