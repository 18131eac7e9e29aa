// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client that is written by hand compiles against what is generated from a document that has
 * more; where something is gone, the compiler names it.
 */
class HandWrittenCodeTest {
  @TempDir Path directory;
  private ObjectNode document;

  @BeforeEach
  void read() throws Exception {
    document = (ObjectNode) Generator.JSON.readTree(BundledDocument.bytes());
  }

  private ObjectNode properties(String schema) {
    return (ObjectNode) document.at("/components/schemas/" + schema + "/properties");
  }

  @Test
  void whatIsNewNeedsNoEdit() throws Exception {
    for (var schema : document.at("/components/schemas").properties()) {
      if (schema.getValue().path("properties").isObject()) {
        properties(schema.getKey()).putObject("brand_new").put("type", "string");
      }
    }
    document.findValues("enum").forEach(values -> ((ArrayNode) values).add("brand_new"));
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    schemas.putObject("BrandNew").put("type", "object").putObject("properties").putObject("id");
    for (var path : document.path("paths")) {
      for (var operation : path) {
        ((ObjectNode) operation.path("responses")).putObject("409").put("description", "Conflict");
      }
    }
    ObjectNode operation = document.at("/paths/~1api~1v2~1postings/post").deepCopy();
    operation.put("operationId", "brandNew");
    ((ObjectNode) document.path("paths")).putObject("/api/v2/brand-new").set("post", operation);
    Generator.sources(document, directory);

    assertThat(Generator.compile(directory)).isEmpty();
    assertThat(Generator.compileFluentApi(directory)).isEmpty();
  }

  @Test
  void aFieldThatIsRenamedIsNamedByTheCompiler() throws Exception {
    ObjectNode candidate = properties("CandidateIngestRequest");
    candidate.set("mail", candidate.remove("email"));
    ((ArrayNode) document.at("/components/schemas/CandidateIngestRequest/required"))
        .removeAll()
        .add("name")
        .add("mail");
    Generator.sources(document, directory);

    assertThat(Generator.compile(directory)).isEmpty();
    assertThat(Generator.compileFluentApi(directory))
        .isNotEmpty()
        .allMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("email"));
  }

  @Test
  void anOperationThatIsGoneIsNamedByTheCompiler() throws Exception {
    ((ObjectNode) document.path("paths")).remove("/api/v2/postings/{posting_id}/clone");
    Generator.sources(document, directory);

    assertThat(Generator.compile(directory)).isEmpty();
    assertThat(Generator.compileFluentApi(directory))
        .allMatch(line -> line.startsWith("Posting")) // newer compilers add what follows from it
        .anyMatch(line -> line.contains("clonePosting"));
  }
}
