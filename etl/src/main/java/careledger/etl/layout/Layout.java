package careledger.etl.layout;

import java.util.Optional;

/** What a layout makes of a file: first its header, then every row twice, then the end. */
interface Layout {
    /** Why a file with this header cannot be read, if so. */
    Optional<Refusal> header(CsvRow header);

    /** Looks at a row before any figure is handed over, to find what stands twice. */
    default void survey(CsvRow row) {}

    /** Takes a row and hands its outcomes over. */
    void row(CsvRow row);

    /** After the last row. */
    default void finish() {}
}
