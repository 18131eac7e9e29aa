// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import ai.heymilo.spec.derive.GeneratorView;
import ai.heymilo.spec.derive.UnsupportedDocumentException;
import ai.heymilo.spec.resource.Names;
import ai.heymilo.spec.resource.Resources;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A document that is to be taken: read and checked before anything else happens to it. */
final class NewDocument {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final byte[] bytes;
  private final JsonNode root;

  private NewDocument(byte[] bytes, JsonNode root) {
    this.bytes = bytes;
    this.root = root;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  JsonNode root() {
    return root;
  }

  String version() {
    return root.path("info").path("version").asText();
  }

  /**
   * Reads a document.
   *
   * @throws InvalidDocumentException if no client can be generated from it
   */
  static NewDocument read(Path file, Names names) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidDocumentException(file.toString(), List.of("there is no such file"));
    }
    byte[] bytes = Files.readAllBytes(file);
    JsonNode root;
    try {
      root = STRICT.readTree(bytes);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String line = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new InvalidDocumentException(
          file.toString(), List.of(line + ": not JSON: " + e.getOriginalMessage()));
    }
    List<String> findings = findings(root, names);
    if (!findings.isEmpty()) {
      throw new InvalidDocumentException(file.toString(), findings);
    }
    return new NewDocument(bytes, root);
  }

  private static List<String> findings(JsonNode root, Names names) {
    List<String> findings = new ArrayList<>();
    if (!root.path("openapi").asText().matches("3\\.\\d+\\.\\d+.*")) {
      findings.add("/openapi: not an OpenAPI 3 document: " + root.path("openapi"));
      return findings;
    }
    Structure.check(root, findings);
    if (findings.isEmpty()) {
      try {
        GeneratorView.derive(root);
        findings.addAll(Resources.of(root, names).undecided());
      } catch (UnsupportedDocumentException e) {
        findings.addAll(e.refused());
      } catch (RuntimeException e) {
        findings.add("the rules that derive the generator's view stopped: " + e);
      }
    }
    return findings;
  }
}
