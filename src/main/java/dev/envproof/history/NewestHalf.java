package dev.envproof.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What goes on of a history that has grown too long to be read whole. */
final class NewestHalf {
    private NewestHalf() {}

    /** The last so many bytes, from the first whole line in them; all of it, where there are no more. */
    static byte[] of(FileChannel open, long most) throws IOException {
        long from = Math.max(0, open.size() - most);
        ByteBuffer bytes = ByteBuffer.allocate((int) (open.size() - from));
        int read;
        do {
            read = open.read(bytes, from + bytes.position());
        } while (read > 0);
        byte[] all = bytes.array();
        int first = 0;
        while (from > 0 && first < all.length && (first == 0 || all[first - 1] != '\n')) {
            first++;
        }
        return Arrays.copyOfRange(all, first, all.length);
    }

    /**
     * Copies all of it beside it, then leaves these bytes alone in it: the file itself stays, for others wait for it.
     *
     * @return where all of it is now
     */
    static Path keep(Path file, FileChannel open, byte[] newest) throws IOException {
        int number = 1;
        Path aside = aside(file, number);
        while (Files.exists(aside)) {
            number++;
            aside = aside(file, number);
        }
        try (FileChannel copy = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = open.size();
            long done = 0;
            while (done < size) {
                long copied = open.transferTo(done, size - done, copy);
                if (copied == 0) {
                    throw new IOException("it became shorter meanwhile");
                }
                done += copied;
            }
            copy.force(true);
        } catch (IOException failed) {
            Files.deleteIfExists(aside);
            throw failed;
        }
        open.truncate(0);
        ByteBuffer bytes = ByteBuffer.wrap(newest);
        while (bytes.hasRemaining()) {
            open.write(bytes, bytes.position());
        }
        return aside;
    }

    private static Path aside(Path file, int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
