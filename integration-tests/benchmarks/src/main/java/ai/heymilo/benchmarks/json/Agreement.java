// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.json;

import ai.heymilo.benchmarks.data.ServerAnswers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Sees that all read the same and send the same, before anything is measured. */
public final class Agreement {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Agreement() {}

  public static void check() throws IOException {
    byte[] page = ServerAnswers.candidates(0, 100, true);
    byte[] posting = ServerAnswers.posting();
    Codec measure = Codec.of("hand-written");
    for (String peer : List.of("ours", "stock", "okhttp-gson")) {
      Codec codec = Codec.of(peer);
      same(
          peer + " reads the page",
          measure.candidates(measure.readCandidates(page)),
          codec.candidates(codec.readCandidates(page)));
      same(
          peer + " reads the posting",
          measure.posting(measure.readPosting(posting)),
          codec.posting(codec.readPosting(posting)));
      same(
          peer + " writes the posting",
          MAPPER.readTree(measure.writePosting()),
          withoutDefaults(MAPPER.readTree(codec.writePosting())));
      same(
          peer + " writes the bulk",
          MAPPER.readTree(measure.writeBulk()),
          MAPPER.readTree(codec.writeBulk()));
    }
  }

  /** Without the texts that the generator's objects send though nobody set them. */
  private static JsonNode withoutDefaults(JsonNode posting) {
    ((ObjectNode) posting)
        .properties()
        .removeIf(
            property -> property.getValue().isTextual() && property.getValue().asText().isEmpty());
    return posting;
  }

  private static void same(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(what + " differently: " + actual + " for " + expected);
    }
  }
}
