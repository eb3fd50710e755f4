package careledger.etl.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first sheet of a workbook on disk, as a run reads it. */
final class FirstSheet {
    private FirstSheet() {}

    static SheetCells of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DeliveredBytes bytes = DeliveredBytes.of(in)) {
            return Workbook.of(file.getFileName().toString(), bytes).sheets().get(0);
        }
    }
}
