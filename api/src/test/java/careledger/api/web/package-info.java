@NullMarked
package careledger.api.web;

import org.jspecify.annotations.NullMarked;
