// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.testkit.Stub;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the client sends is what it sent before: the requests are kept in {@code
 * src/test/resources/goldens}. {@code -Dgoldens.update=true} writes them anew; what then differs is
 * what changes on the wire.
 */
class GoldenTest {
  private static final Path GOLDENS = Path.of("src/test/resources/goldens");
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final Stub stub = new Stub();

  static List<GoldenCase> cases() {
    return GoldenCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theWireIsAsItWas(GoldenCase golden) throws Exception {
    stub.answer(golden.answer());
    golden.call().accept(stub.client());
    String sent = sent();
    Path file = GOLDENS.resolve(golden.file());
    if (Boolean.getBoolean("goldens.update")) {
      Files.writeString(file, sent);
    }

    assertThat(sent.lines().toList())
        .as("%s; if that is meant to be: mvn test -Dgoldens.update=true", file)
        .isEqualTo(Files.readAllLines(file));
  }

  @Test
  void noGoldenIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(GOLDENS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(cases().stream().map(GoldenCase::file).toList());
    }
  }

  private String sent() throws IOException {
    assertThat(stub.requests()).hasSize(1);
    LoggedRequest request = stub.requests().get(0);
    ObjectNode golden = JSON.createObjectNode();
    golden.put("method", request.getMethod().getName());
    golden.put("url", request.getUrl());
    if (request.contentTypeHeader().isPresent()) {
      golden.put("contentType", request.contentTypeHeader().firstValue());
    }
    if (request.getBody().length > 0) {
      golden.set("body", JSON.readTree(request.getBody()));
    }
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return JSON.writer(printer).writeValueAsString(golden) + "\n";
  }
}
