@NullMarked
package careledger.api.http;

import org.jspecify.annotations.NullMarked;
