package careledger.release.store;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.file.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFilesTest {
    @TempDir
    private Path data;

    /** The service makes files again and sweeps them while `verify` and `doctor` read them. */
    @Test
    void filesThatAreMadeAndDeletedMeanwhileAreNoDamage() throws Exception {
        Path file = data.resolve("serving/r1.duckdb");
        Thread service = new Thread(() -> {
            try {
                for (int round = 0; round < 200; round++) {
                    String content = "content " + round;
                    SealedFile.make(file, true, building -> Files.writeString(building, content));
                    SealedFile.make(file, true, building -> Files.writeString(building, content + "!"));
                    SealedFile.delete(file);
                }
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        service.start();
        int checks = 0;
        while (service.isAlive()) {
            assertThat(DerivedFiles.check(data).values()).allMatch(String::isEmpty);
            checks++;
        }
        assertThat(checks).isPositive();
    }
}
