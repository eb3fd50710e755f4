@NullMarked
package careledger.api.configuration;

import org.jspecify.annotations.NullMarked;
