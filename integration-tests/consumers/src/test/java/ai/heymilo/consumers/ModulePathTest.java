// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that is a module, with client and sandbox as modules. */
class ModulePathTest {
  private static final Path PROGRAM = Path.of("src", "consumers", "modular");

  @TempDir Path classes;

  @Test
  void runsAndDoesNotGetAtInternals() throws Exception {
    List<Path> jars = Jars.modules();
    assertThat(Jdk.javac(PROGRAM, classes, "-cp", "", "-p", Jars.path(jars))).isEmpty();

    String internal = Jars.typeIn("heymilo-client", "/internal/");
    List<String> lines =
        Jdk.java(
            Map.of(),
            "-p",
            classes + File.pathSeparator + Jars.path(jars),
            "-m",
            "app/app.Main",
            internal,
            "ai.heymilo.generated.model.Violation",
            "ai.heymilo.sandbox.internal.http.SandboxServer");

    assertThat(lines)
        .endsWith(
            "title Java Engineer",
            "module ai.heymilo.client",
            "closed " + internal,
            "closed ai.heymilo.generated.model.Violation",
            "closed ai.heymilo.sandbox.internal.http.SandboxServer");
  }

  @ParameterizedTest
  @CsvSource({
    "ai.heymilo.client, /internal/",
    "ai.heymilo.sandbox, /internal/",
    "ai.heymilo.spec, /derive/"
  })
  void whatIsInternalDoesNotCompile(String module, String folder, @TempDir Path sources)
      throws Exception {
    String type = Jars.typeIn(module.substring(3).replace('.', '-'), folder);
    Files.writeString(
        sources.resolve("module-info.java"), "module app { requires " + module + "; }");
    Files.writeString(sources.resolve("Peek.java"), "package app; class Peek { " + type + " it; }");

    assertThat(Jdk.javac(sources, classes, "-cp", "", "-p", Jars.path(Jars.modules())))
        .contains("package " + type.substring(0, type.lastIndexOf('.')) + " is not visible");
  }

  @ParameterizedTest
  @CsvSource({"heymilo-client", "heymilo-generated-client", "heymilo-sandbox", "heymilo-spec"})
  void eachJarIsAModuleThatExportsNothingInternal(String artifact) {
    assertThat(ModuleFinder.of(Jars.built(artifact)).findAll())
        .singleElement()
        .satisfies(
            module -> {
              assertThat(module.descriptor().isAutomatic()).isFalse();
              assertThat(module.descriptor().exports())
                  .extracting(ModuleDescriptor.Exports::source)
                  .isNotEmpty()
                  .noneMatch(exported -> exported.contains("internal"));
            });
  }
}
