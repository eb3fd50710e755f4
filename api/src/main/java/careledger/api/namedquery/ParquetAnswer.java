package careledger.api.namedquery;

import careledger.answers.export.ExportColumn;
import careledger.answers.export.ParquetExport;
import careledger.api.namedquery.NamedQueryController.Version;
import careledger.api.web.FileBody;
import careledger.api.web.RequestContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a table as Parquet. The file is whole before its first byte goes out. */
final class ParquetAnswer {
    private ParquetAnswer() {}

    static void write(RowPages pages, AnswerHead head) throws IOException {
        List<ExportColumn> columns =
                pages.columns().stream().map(TableColumn::export).toList();
        Map<String, String> says = head.version()
                .map(Version::release)
                .map(release -> Map.of("data_version", release))
                .orElse(Map.of());
        ParquetExport export = ParquetExport.of(columns);
        FileBody body;
        try {
            do {
                pages.read(export::add);
            } while (pages.next());
            Path file = export.write(says);
            FileChannel bytes = FileChannel.open(file);
            body = new FileBody(bytes, 0, bytes.size(), export);
        } catch (IOException | RuntimeException e) {
            export.close();
            throw e;
        } finally {
            RequestContext.current().ifPresent(RequestContext::produced);
        }
        head.send(pages.cursor(), body);
    }
}
