// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds classes where they were loaded from, be it a folder or a jar. */
final class Classes {
  private Classes() {}

  /** Returns the classes of the package of {@code one}, those that it is loaded with. */
  static List<Class<?>> beside(Class<?> one) {
    String folder = one.getPackageName().replace('.', '/');
    List<Class<?>> classes = new ArrayList<>();
    for (Path file : files(one, folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".class") && !name.startsWith("package-info")) {
        try {
          classes.add(Class.forName(one.getPackageName() + "." + name.replace(".class", "")));
        } catch (ClassNotFoundException e) {
          throw new AssertionError(e);
        }
      }
    }
    return classes;
  }

  /** Returns the bytes of all classes that {@code one} came with. */
  static List<byte[]> bytesOfAllWith(Class<?> one) {
    List<byte[]> all = new ArrayList<>();
    within(
        one,
        root -> {
          try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
              all.add(Files.readAllBytes(file));
            }
          }
        });
    return all;
  }

  private static List<Path> files(Class<?> one, String folder) {
    List<Path> found = new ArrayList<>();
    within(
        one,
        root -> {
          try (Stream<Path> files = Files.list(root.resolve(folder))) {
            files.sorted().forEach(found::add);
          }
        });
    return found;
  }

  private interface Look {
    void at(Path root) throws IOException;
  }

  private static void within(Class<?> one, Look look) {
    try {
      Path origin = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(origin)) {
        look.at(origin);
        return;
      }
      try (FileSystem jar =
          FileSystems.newFileSystem(URI.create("jar:" + origin.toUri()), java.util.Map.of())) {
        look.at(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
