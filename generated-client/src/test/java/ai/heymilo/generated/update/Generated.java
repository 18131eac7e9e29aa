// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.corpus.Generator;
import ai.heymilo.spec.derive.GeneratorView;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A client generated from a document, compiled, in a class loader of its own. */
final class Generated {
  private static final String PACKAGE = "ai.heymilo.generated.";

  final JsonNode view;
  private final Map<String, String> sources;
  private final Path directory;
  private final Path classes;

  private Generated(JsonNode document, Path directory) throws IOException {
    this.view = GeneratorView.derive(document);
    this.directory = directory;
    this.classes = directory.resolve("classes");
    this.sources = Generator.sources(document, directory);
  }

  static Generated of(JsonNode document, Path directory) throws IOException {
    Generated generated = new Generated(document, Files.createDirectories(directory));
    assertThat(Generator.compile(directory)).isEmpty();
    return generated;
  }

  /** Generates another document; compiles what is not as it was. */
  Generated next(JsonNode document, Path to) throws IOException {
    Generated next = new Generated(document, Files.createDirectories(to));
    Set<String> changed = changed(next);
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        String top = name.replaceAll("^ai/heymilo/generated/|(\\$.*)?\\.class$", "");
        if (!changed.contains(top + ".java")) {
          Path copy = next.classes.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    List<String> units = new ArrayList<>();
    Path root = to.resolve("sources/src/main/java/ai/heymilo/generated");
    changed.stream()
        .filter(next.sources::containsKey)
        .forEach(one -> units.add(root.resolve(one).toString()));
    assertThat(units.isEmpty() ? "" : next.compile(units)).isEmpty();
    return next;
  }

  /** Returns the sources that are other than those of another document, but for its hash. */
  Set<String> changed(Generated other) {
    Set<String> names = new TreeSet<>(sources.keySet());
    names.addAll(other.sources.keySet());
    names.removeIf(
        name -> withoutHash(sources.get(name)).equals(withoutHash(other.sources.get(name))));
    return names;
  }

  private static String withoutHash(String source) {
    return source == null ? "" : source.replaceAll("\"[0-9a-f]{64}\"", "");
  }

  private String compile(List<String> units) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-d", classes.toString(), "-nowarn", "-proc:none"));
    List<String> classPath = new ArrayList<>(List.of(classes.toString()));
    classPath.addAll(libraries());
    arguments.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    StringWriter said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      boolean good =
          compiler
              .getTask(
                  said, files, null, arguments, null, files.getJavaFileObjectsFromStrings(units))
              .call();
      return good ? "" : said.toString();
    }
  }

  /** Returns what the compiler says of code that uses these classes of another client. */
  String compileUses(List<Class<?>> used) throws IOException {
    Path probe = directory.resolve("Probe.java");
    Files.writeString(probe, Probe.of(used));
    return compile(List.of(probe.toString()));
  }

  /** Returns the class path without the client of the build, which has the same names. */
  private static List<String> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .toList();
  }

  /** Returns a loader that sees this client and its libraries, not the client under test. */
  URLClassLoader loader() throws IOException {
    List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
    for (String jar : libraries()) {
      urls.add(Path.of(jar).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Returns the classes of sources of this client. */
  List<Class<?>> load(ClassLoader loader, Set<String> names) throws ClassNotFoundException {
    List<Class<?>> loaded = new ArrayList<>();
    for (String name : names) {
      if (sources.containsKey(name) && !name.endsWith("package-info.java")) {
        loaded.add(loader.loadClass(PACKAGE + name.replace(".java", "").replace('/', '.')));
      }
    }
    return loaded;
  }
}
