// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.update;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.spec.update.Missing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not there yet is found, not remembered. */
class MissingTest {
  private static final Path GOLDENS = Path.of("src/test/resources/goldens");

  @TempDir Path directory;
  private Missing missing;

  @BeforeEach
  void view() throws Exception {
    JsonNode view =
        new ObjectMapper()
            .readTree(
                """
                {"paths":{"/a":{
                  "get":{"x-operation-id":"getPosting","x-method":"getPosting"},
                  "put":{"x-operation-id":"paintPosting","x-method":"paintPosting"},
                  "post":{"x-operation-id":"ingestCandidate","x-method":"ingestCandidate",
                    "parameters":[{"name":"dry_run","in":"query"},{"name":"posting_id","in":"path"}],
                    "requestBody":{"schema":{"$ref":"#/components/schemas/C"}}}}},
                 "components":{"schemas":{"C":{"properties":{"name":{},"colour":{}}}}}}""");
    missing = new Missing(view);
  }

  @Test
  void anOperationWhoseStubNobodyCallsHasNoFluentMethod() throws Exception {
    Path client =
        Path.of(HeyMilo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(missing.fluentMethods(classesOf(client)))
        .containsExactly("paintPosting has no method in fluent-api: nothing there calls its stub");
  }

  /** In a whole build the client may be a jar. */
  private Path classesOf(Path client) throws Exception {
    if (Files.isDirectory(client)) {
      return client;
    }
    try (var zip = new java.util.zip.ZipInputStream(Files.newInputStream(client))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".class")) {
          Files.write(directory.resolve(entry.getName().replace('/', '.')), zip.readAllBytes());
        }
      }
    }
    return directory;
  }

  @Test
  void whatNoGoldenSendsIsNamed() throws Exception {
    assertThat(missing.goldens(GOLDENS))
        .containsExactly(
            "paintPosting has no case in GoldenCases",
            "ingestCandidate: no case in GoldenCases sends colour, dry_run");
  }
}
