package careledger.release.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTest {
    @TempDir
    Path data;

    /** DuckDB writes its log beside the file; a disk that is full stops it in the middle. */
    @Test
    void buildThatFailsLeavesNothingNotEvenItsLog() throws IOException {
        Path file = data.resolve("serving/r1.duckdb");

        assertThatThrownBy(() -> SealedFile.make(file, building -> {
                    Files.writeString(building, "half");
                    Files.writeString(building.resolveSibling(building.getFileName() + ".wal"), "log");
                    Files.createDirectories(building.resolveSibling(building.getFileName() + ".tmp"));
                    throw new SQLException("the disk is full");
                }))
                .hasMessageContaining("the disk is full");

        assertThat(names(data.resolve("serving"))).containsExactly(SealedFile.LOCK);
    }

    @Test
    void whatAKilledBuildLeftIsSweptByTheNext() throws Exception {
        Path folder = Files.createDirectories(data.resolve("serving"));
        for (String ending : List.of("", ".wal", ".tmp")) {
            Files.writeString(folder.resolve(".r1.duckdb.4e1d.building" + ending), "half");
        }

        SealedFile.make(folder.resolve("r2.duckdb"), building -> Files.writeString(building, "whole"));

        assertThat(names(folder))
                .containsExactlyInAnyOrder(SealedFile.LOCK, "r2.duckdb", "r2.duckdb" + SealedFile.SEAL);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
