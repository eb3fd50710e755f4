@NullMarked
package careledger.api.schedule;

import org.jspecify.annotations.NullMarked;
