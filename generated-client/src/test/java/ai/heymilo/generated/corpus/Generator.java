// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static java.util.stream.Collectors.toMap;

import ai.heymilo.spec.derive.GeneratorView;
import ai.heymilo.spec.resource.ResourceView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Derives, generates and compiles a document as the build does, with this module's templates. */
public final class Generator {
  public static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FLUENT_API = Path.of("../fluent-api");
  private static final Path PACKAGE = Path.of("src/main/java/ai/heymilo/generated");

  private Generator() {}

  /** Returns the sources by their path below the root package, in the order of the paths. */
  public static Map<String, String> sources(JsonNode document, Path directory) throws IOException {
    Path published = directory.resolve("document.json");
    Path view = directory.resolve("view.json");
    Files.write(published, JSON.writeValueAsBytes(document));
    Path resources = directory.resolve("resources.json");
    GeneratorView.main(new String[] {published.toString(), view.toString()});
    ResourceView.main(
        new String[] {
          published.toString(),
          FLUENT_API.resolve("names.properties").toString(),
          view.toString(),
          resources.toString()
        });
    generate(Path.of(""), view, directory.resolve("sources"));
    return read(directory.resolve("sources").resolve(PACKAGE));
  }

  /** Generates with the templates of a module. */
  private static void generate(Path module, Path view, Path output) {
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile(module.resolve("generator.yaml").toString());
    configurator.setGeneratorName("java");
    configurator.setQuiet(true);
    configurator.setInputSpec(view.toString());
    configurator.setTemplateDir(module.resolve("templates").toAbsolutePath().toString());
    configurator.setOutputDir(output.toString());
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }

  /** Returns the sources that the build of this module made. */
  static Map<String, String> sourcesOfTheBuild() throws IOException {
    return read(Path.of("target/generated-sources/openapi").resolve(PACKAGE));
  }

  private static Map<String, String> read(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              toMap(
                  file -> root.relativize(file).toString().replace('\\', '/'),
                  Generator::text,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns what the compiler says about the sources, with all its lints; nothing if all is well.
   */
  public static List<String> compile(Path directory) throws IOException {
    return compile(
        List.of(directory.resolve("sources/src")),
        directory.resolve("classes"),
        "-Xlint:all",
        "-Xdoclint:all/protected,-missing");
  }

  /** As {@link #compile(Path)}, of the fluent API, its resources generated from the document. */
  static List<String> compileFluentApi(Path directory) throws IOException {
    String classPath =
        directory.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
    generate(FLUENT_API, directory.resolve("resources.json"), directory.resolve("resources"));
    return compile(
        List.of(FLUENT_API.resolve("src/main/java"), directory.resolve("resources/src/main/java")),
        directory.resolve("fluent"),
        "-cp",
        classPath);
  }

  static List<String> compile(List<Path> roots, Path classes, String... more) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(List.of("--release", "11", "-proc:none"));
    options.addAll(List.of("-implicit:none", "-d", Files.createDirectories(classes).toString()));
    options.addAll(List.of(more));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> units = new ArrayList<>();
      for (Path root : roots) {
        try (Stream<Path> sources = Files.walk(root)) {
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("module-info.java"))
              .forEach(units::add);
        }
      }
      compiler
          .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(units))
          .call();
    }
    List<String> lines = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
      String at =
          one.getSource() == null
              ? ""
              : Path.of(one.getSource().getName()).getFileName() + ":" + one.getLineNumber();
      lines.add(at + " " + one.getMessage(Locale.ROOT));
    }
    return lines;
  }
}
