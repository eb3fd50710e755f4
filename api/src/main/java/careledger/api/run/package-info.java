@NullMarked
package careledger.api.run;

import org.jspecify.annotations.NullMarked;
