package careledger.api.schedule;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sizes and times of all delivered files: where they are the same, nobody has touched the deliveries. */
record DeliveryTimes(Map<Path, Written> files) {
    record Written(long bytes, FileTime at) {}

    /** What cannot be read counts as not there. */
    static DeliveryTimes of(List<Path> folders) throws IOException {
        Map<Path, Written> files = new TreeMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                add(folder, files);
            }
        }
        return new DeliveryTimes(files);
    }

    private static void add(Path deliveries, Map<Path, Written> files) throws IOException {
        Files.walkFileTree(deliveries, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(file, new Written(attributes.size(), attributes.lastModifiedTime()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
