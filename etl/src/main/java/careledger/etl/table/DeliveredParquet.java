package careledger.etl.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A delivered Parquet file, kept in a temporary one, since its footer says how it is to be read. */
final class DeliveredParquet implements AutoCloseable {
    private final String name;
    private final Path file;
    private final List<ParquetRows> opened = new ArrayList<>();

    private DeliveredParquet(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    /** @throws UnreadableFileException where it is no Parquet that can be read as a table */
    static DeliveredParquet of(String name, InputStream bytes) throws IOException {
        Path file = Files.createTempFile("care-ledger-delivered-", ".parquet");
        DeliveredParquet delivered = new DeliveredParquet(name, file);
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            delivered.rows();
        } catch (IOException e) {
            delivered.close();
            throw e;
        }
        return delivered;
    }

    /** The rows from the header on. */
    ParquetRows rows() throws UnreadableFileException {
        ParquetRows rows = ParquetRows.of(name, file);
        opened.add(rows);
        return rows;
    }

    @Override
    public void close() throws IOException {
        for (ParquetRows rows : opened) {
            rows.close();
        }
        Files.deleteIfExists(file);
    }
}
