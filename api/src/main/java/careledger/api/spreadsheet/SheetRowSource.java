package careledger.api.spreadsheet;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, read once from first to last. */
@FunctionalInterface
public interface SheetRowSource {
    /** @param reader takes a row: one cell for each column; days and moments also as ISO 8601 text; null is empty */
    void read(Consumer<@Nullable Object[]> reader) throws IOException;
}
