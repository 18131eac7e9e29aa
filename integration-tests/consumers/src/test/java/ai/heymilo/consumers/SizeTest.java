// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.spec.BundledDocument;
import ai.heymilo.spec.derive.GeneratorView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The client stays small enough for a function that starts cold. */
class SizeTest {
  /**
   * Bytes for everything that is not generated from one schema or one operation; with it, the
   * bundled document's jars stay below 500 kB.
   */
  private static final int BASE = 345_800;

  /** One class and those within it; the instances of a generic schema share theirs. */
  private static final int SCHEMA = 1_700;

  /** The stubs, and the methods of the resource. */
  private static final int OPERATION = 3_100;

  @Test
  void theJarsGrowWithSchemasAndOperationsAlone() throws Exception {
    JsonNode document = new ObjectMapper().readTree(BundledDocument.bytes());
    int schemas = GeneratorView.withGenerics(document).at("/components/schemas").size();
    int operations = document.path("paths").findValues("responses").size();
    long size =
        Files.size(Jars.built("heymilo-client"))
            + Files.size(Jars.built("heymilo-generated-client"));

    assertThat(size)
        .as("bytes for %s schemas and %s operations", schemas, operations)
        .isLessThan(BASE + (long) SCHEMA * schemas + (long) OPERATION * operations);
  }
}
