// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.cold;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** This JVM's class path. */
final class ClassPath {
  private ClassPath() {}

  /**
   * Returns it with a jar in a directory for each of its folders: archives of classes need jars.
   */
  static String ofJars(Path directory) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = directory.resolve(entries.size() + ".jar");
      entries.add(Files.isDirectory(Path.of(entry)) ? pack(entry, jar) : entry);
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String pack(String folder, Path jar) {
    int failed =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", folder, ".");
    if (failed != 0) {
      throw new IllegalStateException(folder + " could not be packed");
    }
    return jar.toString();
  }
}
