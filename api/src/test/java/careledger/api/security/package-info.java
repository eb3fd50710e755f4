@NullMarked
package careledger.api.security;

import org.jspecify.annotations.NullMarked;
