// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything public that is written by hand has a comment. What is in the comments is checked where
 * they are compiled.
 */
class JavadocTest {
  @ParameterizedTest
  @ValueSource(strings = {"fluent-api", "integration-tests/sandbox"})
  void everythingPublicHasAComment(String module, @TempDir Path classes) throws Exception {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files =
        Files.walk(Path.of("..", "..").resolve(module).resolve("src/main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .forEach(sources::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
      List<String> options =
          List.of(
              "-Xdoclint:missing/protected",
              "-Xdoclint/package:-ai.heymilo.internal,-ai.heymilo.internal.*,-ai.heymilo.sandbox.internal.*",
              "-Xmaxwarns",
              "10000",
              "-proc:none",
              "-d",
              classes.toString());
      boolean compiled =
          compiler
              .getTask(
                  null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).isTrue();
    }
    List<String> missing =
        found.getDiagnostics().stream()
            .filter(one -> one.getMessage(Locale.ENGLISH).contains("no comment"))
            .map(one -> one.getSource().getName() + ":" + one.getLineNumber())
            .toList();
    assertThat(found.getDiagnostics()).as("doclint ran").isNotEmpty();
    assertThat(missing).isEmpty();
  }
}
