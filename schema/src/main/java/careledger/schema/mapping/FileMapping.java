package careledger.schema.mapping;

import java.util.Optional;

/** What extract.yaml says of one delivered file. */
public sealed interface FileMapping permits ClaimsFile, WideFile, TidyFile, NeighboursFile {
    /** Name below the delivery's folder. */
    String file();

    /** Line of the entry in extract.yaml, first is 1. */
    int line();

    /** The one source of the whole file; always there except for claims, whose rows name their own. */
    Optional<String> source();

    /** The word for the layout in extract.yaml. */
    String layout();
}
