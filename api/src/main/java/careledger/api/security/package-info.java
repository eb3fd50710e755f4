/** Who may call what: keys, tokens, roles and rate limits. */
@NullMarked
package careledger.api.security;

import org.jspecify.annotations.NullMarked;
