// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.CreatePostingResponse;
import ai.heymilo.generated.model.SingleResponse;
import ai.heymilo.postings.AtsMetadata;
import ai.heymilo.postings.CreatedPosting;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example of an answer on the vendor's own page for cloning, as published. */
class VendorExampleTest {
  @RegisterExtension final Stub stub = new Stub();

  private static String example() throws Exception {
    try (InputStream in =
        VendorExampleTest.class.getResourceAsStream("/fixtures/clone-posting-response.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void nothingOfItIsLost() throws Exception {
    SchemaCheck.assertSame(
        Json.mapper().readTree(example()),
        Json.mapper()
            .readValue(example(), new TypeReference<SingleResponse<CreatePostingResponse>>() {}));
  }

  @Test
  void itIsValidByTheDocument() throws Exception {
    Documented cloning =
        Documented.operations().stream()
            .filter(operation -> operation.id().equals("clonePosting"))
            .findFirst()
            .orElseThrow();
    SchemaCheck.assertValid(cloning.answers().get(0).schema(), Json.mapper().readTree(example()));
  }

  @Test
  void itReadsAsWhatItSays() throws Exception {
    stub.answer(example());
    CreatedPosting copy = stub.client().posting("P").duplicate();

    assertThat(copy.urls().getCandidateUrl())
        .isEqualTo("https://candidates.heymilo.io/acme/senior-engineer");
    assertThat(copy.posting().getDeadline()).isEqualTo(Instant.ofEpochSecond(1_775_174_400));
    assertThat(AtsMetadata.of(copy.posting()).atsName()).isEqualTo("workable");
    assertThat(copy.posting().getMetadata()).containsEntry("external_id", "ats_12345");
  }
}
