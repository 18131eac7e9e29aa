// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document several times the size of the vendor's is no matter of minutes. */
class LargeDocumentTest {
  private static final int OPERATIONS = 60;
  private static final int SCHEMAS = 150;

  @TempDir Path directory;

  @Test
  void sixtyOperationsAndAHundredAndFiftySchemasAreGeneratedAndCompiledInTwentySeconds()
      throws Exception {
    long start = cpuTime();
    ObjectNode large = (ObjectNode) Generator.JSON.readTree(BundledDocument.bytes());
    ObjectNode paths = (ObjectNode) large.path("paths");
    ObjectNode schemas = (ObjectNode) large.at("/components/schemas");
    for (int copy = 2; operations(paths) < OPERATIONS || schemas.size() < SCHEMAS; copy++) {
      addCopy(paths, schemas, copy);
    }
    Map<String, String> sources = Generator.sources(large, directory);

    assertThat(Generator.compile(directory)).isEmpty();
    assertThat(sources).hasSizeGreaterThan(SCHEMAS);
    assertThat(cpuTime() - start).isLessThan(Duration.ofSeconds(20).toNanos());
  }

  /** The time of a machine that has nothing else to do. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int operations(JsonNode paths) {
    return paths.findValues("operationId").size();
  }

  /** Adds all that the vendor's document has once more, under names of its own. */
  private static void addCopy(ObjectNode paths, ObjectNode schemas, int copy) throws Exception {
    String text =
        Generator.JSON
            .readTree(BundledDocument.bytes())
            .toString()
            .replaceAll("(\"operationId\":\"[^\"]+)\"", "$1Copy" + copy + "\"")
            .replaceAll("(#/components/schemas/[^\"]+)\"", "$1Copy" + copy + "\"");
    JsonNode more = Generator.JSON.readTree(text);
    more.path("paths")
        .properties()
        .forEach(path -> paths.set("/copy" + copy + path.getKey(), path.getValue()));
    more.at("/components/schemas")
        .properties()
        .forEach(schema -> schemas.set(schema.getKey() + "Copy" + copy, schema.getValue()));
  }
}
