// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A journal in an append-only file. Not through a {@link java.nio.channels.FileChannel}, which an
 * interrupt of the thread would close. Thread-safe.
 */
final class FileJournal implements IngestJournal {
  /** A process that closes a file twice opened loses its lock on it, so it opens none twice. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private @Nullable RandomAccessFile file;

  FileJournal(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  @Override
  public synchronized void open(Consumer<? super String> reader) throws IOException {
    if (!OPEN.add(path)) {
      throw inUse();
    }
    try {
      RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
      file = opened;
      if (opened.getChannel().tryLock() == null) {
        throw inUse();
      }
      read(opened, reader);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void read(RandomAccessFile file, Consumer<? super String> reader)
      throws IOException {
    byte[] bytes = new byte[Math.toIntExact(file.length())];
    file.readFully(bytes);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        reader.accept(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    String cut = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    if (start == 0
        && !cut.startsWith(JournalRecords.START)
        && !JournalRecords.START.startsWith(cut)) {
      throw new IOException("it is not a journal");
    }
    if (start < bytes.length) {
      file.setLength(start); // drops a record that a crash cut off
      file.seek(start);
    }
  }

  @Override
  public synchronized void append(String record) throws IOException {
    RandomAccessFile open = file;
    if (open == null) {
      throw new IOException(path + " is closed");
    }
    try {
      open.write((record + "\n").getBytes(StandardCharsets.UTF_8));
      open.getFD().sync();
    } catch (IOException e) {
      close(); // nothing may follow half a record
      throw new IOException(path + " could not be written: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    RandomAccessFile open = file;
    file = null;
    OPEN.remove(path);
    if (open != null) {
      open.close();
    }
  }

  private IOException inUse() {
    return new IOException(path + " is in use by another ingestion");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
