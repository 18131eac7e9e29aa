// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generated code says its licence, as hand-written code does. */
class LicenceTest {
  @Test
  void everyGeneratedFileBeginsWithIt() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("target/generated-sources/openapi/src"))) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .toList();
      assertThat(sources)
          .hasSizeGreaterThan(96)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .startsWith("// SPDX-License-Identifier: Apache-2.0\n"));
    }
  }
}
