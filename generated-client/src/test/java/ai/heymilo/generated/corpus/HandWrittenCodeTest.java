// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
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

  /** With a document that breaks hand-written code, the build itself names what to fix. */
  @BeforeAll
  static void theDocumentOfTheBuildBreaksNothing(@TempDir Path directory) throws Exception {
    Generator.sources(Generator.JSON.readTree(BundledDocument.bytes()), directory);
    assertThat(Generator.compile(directory)).isEmpty();
    assumeThat(Generator.compileFluentApi(directory)).isEmpty();
  }

  @BeforeEach
  void read() throws Exception {
    document = (ObjectNode) Generator.JSON.readTree(BundledDocument.bytes());
  }

  private ObjectNode properties(String schema) {
    return (ObjectNode) document.at("/components/schemas/" + schema + "/properties");
  }

  @Test
  void whatIsNewNeedsNoEdit() throws Exception {
    ObjectNode more = AdditiveDocument.of(document);
    // For trying mvn -Pspec-update.
    Files.write(Path.of("target/additive-document.json"), Generator.JSON.writeValueAsBytes(more));
    Map<String, String> sources = Generator.sources(more, directory);

    assertThat(sources).containsKeys("api/BrandNewApi.java", "model/BrandNew.java");
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
