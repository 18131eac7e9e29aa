// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Small documents, and what is derived from them. */
final class Views {
  static final ObjectMapper JSON = new ObjectMapper();

  private Views() {}

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a document with these named schemas and no operation. */
  static ObjectNode documentOf(String schemas) {
    return document("{}", schemas);
  }

  static ObjectNode document(String paths, String schemas) {
    ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
    document.putObject("info").put("title", "Small").put("version", "1");
    document.set("paths", json(paths));
    document.putObject("components").set("schemas", json(schemas));
    return document;
  }

  /** Returns the schemas of the view of a document that has these. */
  static JsonNode schemas(String schemas) {
    return GeneratorView.derive(documentOf(schemas)).at("/components/schemas");
  }

  /** Returns the view of a schema that is the property {@code p} of an answer. */
  static JsonNode answered(String property) {
    return schemas(
            "{\"Answer\": {\"type\": \"object\", \"properties\": {\"p\": " + property + "}}}")
        .at("/Answer/properties/p");
  }

  /** Returns the view of a schema that is the property {@code p} of a request. */
  static JsonNode sent(String property) {
    return schemas(
            "{\"AskRequest\": {\"type\": \"object\", \"properties\": {\"p\": " + property + "}}}")
        .at("/AskRequest/properties/p");
  }

  static List<String> refusals(JsonNode document) {
    return Assertions.catchThrowableOfType(
            UnsupportedDocumentException.class, () -> GeneratorView.derive(document))
        .refused();
  }
}
