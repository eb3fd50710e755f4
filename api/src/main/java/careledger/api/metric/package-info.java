@NullMarked
package careledger.api.metric;

import org.jspecify.annotations.NullMarked;
