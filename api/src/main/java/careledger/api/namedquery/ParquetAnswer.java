package careledger.api.namedquery;

import careledger.answers.export.ExportColumn;
import careledger.answers.export.ParquetExport;
import careledger.api.namedquery.NamedQueryController.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a table as Parquet. The file is whole before its first byte goes out. */
final class ParquetAnswer {
    private ParquetAnswer() {}

    static void write(RowPages pages, AnswerHead head) throws IOException {
        List<ExportColumn> columns = head.asked().query().shape().columns().stream()
                .map(TableColumn::export)
                .toList();
        Map<String, String> says = head.version()
                .map(Version::release)
                .map(release -> Map.of("data_version", release))
                .orElse(Map.of());
        try (ParquetExport export = ParquetExport.of(columns)) {
            do {
                pages.read(export::add);
            } while (pages.next());
            Path file = export.write(says);
            head.write(pages.cursor());
            head.response().setContentLengthLong(Files.size(file));
            OutputStream body = head.body();
            Files.copy(file, body);
            body.flush();
        }
    }
}
