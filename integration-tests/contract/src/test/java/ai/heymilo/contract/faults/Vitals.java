// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process holds at a moment: heap after a collection, threads, sockets. */
record Vitals(long heap, int threads, int sockets) {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  static Vitals now() {
    System.gc();
    System.gc(); // what a first one only made ready for it
    return new Vitals(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openSockets());
  }

  /** The sockets of this process, 0 where the system does not tell. */
  private static int openSockets() {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return (int) open.filter(Vitals::isSocket).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // closed in the meantime
    }
  }

  @Override
  public String toString() {
    return "%.1f MB of heap, %d threads, %d sockets".formatted(heap / 1e6, threads, sockets);
  }
}
