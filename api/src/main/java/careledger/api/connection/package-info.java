@NullMarked
package careledger.api.connection;

import org.jspecify.annotations.NullMarked;
