package careledger.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Damage to files, in place, as a disk does it: the name, the size and whoever has the file open stay as they are. */
public final class DamagedBytes {
    private DamagedBytes() {}

    /** Flips one bit. */
    public static void flip(Path file, long place) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, place);
            one.flip();
            byte flipped = (byte) (one.get(0) ^ 4);
            channel.write(ByteBuffer.wrap(new byte[] {flipped}), place);
        }
    }

    /** Makes everything from a place on zero. */
    public static void wipe(Path file, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Math.toIntExact(channel.size() - from)), from);
        }
    }

    public static void truncate(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    /** Places spread over the file, the same in every run. */
    public static List<Long> places(Path file, int count) throws IOException {
        long size = Files.size(file);
        Random random = new Random(20261126);
        return IntStream.range(0, count).mapToObj(any -> random.nextLong(size)).toList();
    }
}
