// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document several times the size of the vendor's; how long it takes is printed. */
class LargeDocumentTest {
  private static final int OPERATIONS = 60;
  private static final int SCHEMAS = 150;

  @TempDir Path directory;

  @Test
  void sixtyOperationsAndAHundredAndFiftySchemasAreGeneratedAndCompile() throws Exception {
    ObjectNode large = (ObjectNode) Generator.JSON.readTree(BundledDocument.bytes());
    ObjectNode paths = (ObjectNode) large.path("paths");
    ObjectNode schemas = (ObjectNode) large.at("/components/schemas");
    for (int copy = 2; operations(paths) < OPERATIONS || schemas.size() < SCHEMAS; copy++) {
      addCopy(paths, schemas, copy);
    }
    long start = System.nanoTime();
    Map<String, String> sources = Generator.sources(large, directory);

    assertThat(Generator.compile(directory)).isEmpty();
    System.out.printf(
        "%d operations and %d schemas: generated and compiled in %.1f s%n",
        operations(paths), schemas.size(), (System.nanoTime() - start) / 1e9);
    assertThat(sources).hasSizeGreaterThan(SCHEMAS);
  }

  private static int operations(JsonNode paths) {
    return paths.findValues("operationId").size();
  }

  /** Adds all operations once more under names of their own, and the schemas while they are few. */
  private static void addCopy(ObjectNode paths, ObjectNode schemas, int copy) throws Exception {
    boolean withSchemas = schemas.size() < SCHEMAS;
    String text =
        Generator.JSON
            .readTree(BundledDocument.bytes())
            .toString()
            .replaceAll("(\"operationId\":\"[^\"]+)\"", "$1Copy" + copy + "\"");
    if (withSchemas) {
      text = text.replaceAll("(#/components/schemas/[^\"]+)\"", "$1Copy" + copy + "\"");
    }
    JsonNode more = Generator.JSON.readTree(text);
    more.path("paths")
        .properties()
        .forEach(path -> paths.set("/copy" + copy + path.getKey(), path.getValue()));
    if (withSchemas) {
      more.at("/components/schemas")
          .properties()
          .forEach(schema -> schemas.set(schema.getKey() + "Copy" + copy, schema.getValue()));
    }
  }
}
