@NullMarked
package careledger.api.request;

import org.jspecify.annotations.NullMarked;
