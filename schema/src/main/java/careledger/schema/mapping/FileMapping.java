package careledger.schema.mapping;

import java.util.Optional;

/** What extract.yaml says about one delivered file. */
public sealed interface FileMapping permits ClaimsFile, WideFile, TidyFile, LongFile, NeighboursFile, IgnoredFile {
    /** Where the table is in the file. */
    TableForm form();

    /** Name of the table below the delivery's folder: that of the file, and of what is inside it. */
    default String file() {
        return form().id();
    }

    /** Line of the entry in extract.yaml, first is 1. */
    int line();

    /** The one source of the whole file; always there except for claims, whose rows name their own. */
    Optional<String> source();

    /** The word for the layout in extract.yaml. */
    String layout();
}
