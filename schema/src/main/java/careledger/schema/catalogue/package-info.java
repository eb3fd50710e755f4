/** Indicators, definitions, areas, dimensions and topics, read from YAML and checked. */
@NullMarked
package careledger.schema.catalogue;

import org.jspecify.annotations.NullMarked;
