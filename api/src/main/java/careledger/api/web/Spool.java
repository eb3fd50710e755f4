package careledger.api.web;

import careledger.answers.serving.OverloadedException;
import careledger.api.config.CareLedgerProperties;
import careledger.release.file.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Room on disk for the bytes of answers that wait for their readers, so that slow readers hold no memory. */
@Component
public final class Spool {
    private final long total;
    private final AtomicLong used = new AtomicLong();

    Spool(CareLedgerProperties properties) {
        this.total = properties.limits().connection().spoolBytes();
    }

    /** Bytes of all answers that wait on disk. */
    public long used() {
        return used.get();
    }

    /** @throws OverloadedException where there is no room */
    void take(long bytes) {
        if (used.addAndGet(bytes) > total) {
            used.addAndGet(-bytes);
            throw new OverloadedException("Too many long answers are being read slowly", Duration.ofSeconds(1));
        }
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** A file that nobody else sees, and that is gone once it is closed. */
    FileChannel open() {
        try {
            Path file = Files.createTempFile("care-ledger-answer", ".part");
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No temporary file can be created for an answer: " + Failures.reason(e) + ".", e);
        }
    }
}
