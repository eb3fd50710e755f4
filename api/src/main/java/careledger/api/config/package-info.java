/** The settings of the service, checked at start, and the beans that follow from them. */
@NullMarked
package careledger.api.config;

import org.jspecify.annotations.NullMarked;
