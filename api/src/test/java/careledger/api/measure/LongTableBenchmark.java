package careledger.api.measure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads one long table and tells how long its first byte took, how long all of it, and the most memory that the service
 * held meanwhile.
 *
 * <p>Arguments: address of the table, process id of the service.
 */
public final class LongTableBenchmark {
    private static final long LOOK_EVERY_MILLIS = 100;

    private LongTableBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        AtomicBoolean reading = new AtomicBoolean(true);
        AtomicLong most = new AtomicLong(residentKilobytes(arguments[1]));
        long before = most.get();
        Thread watcher = new Thread(() -> watch(arguments[1], reading, most));
        watcher.start();
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(arguments[0])).build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            int first = body.read();
            double firstByte = seconds(start);
            long[] counts = count(body, first);
            double all = seconds(start);
            reading.set(false);
            watcher.join();
            System.out.printf(
                    "status %d, first byte %.2f s, all %.1f s, %,d lines, %,d MB; resident before %,d MB, most %,d"
                            + " MB%n",
                    answer.statusCode(),
                    firstByte,
                    all,
                    counts[1],
                    counts[0] / 1_000_000,
                    before / 1000,
                    most.get() / 1000);
        }
    }

    /** Bytes, and line feeds. */
    private static long[] count(InputStream body, int first) throws IOException {
        byte[] buffer = new byte[65_536];
        long bytes = 1;
        long lines = first == '\n' ? 1 : 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes += read;
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return new long[] {bytes, lines};
    }

    private static void watch(String process, AtomicBoolean reading, AtomicLong most) {
        try {
            while (reading.get()) {
                long now = residentKilobytes(process);
                most.accumulateAndGet(now, Math::max);
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the process " + process + " cannot be watched", e);
        }
    }

    private static long residentKilobytes(String process) throws IOException {
        return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
