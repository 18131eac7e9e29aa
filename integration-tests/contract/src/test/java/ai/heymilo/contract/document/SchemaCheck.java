// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Json;
import ai.heymilo.sandbox.internal.document.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Compares JSON with the document's schemas and with what the client made of it. */
final class SchemaCheck {
  private SchemaCheck() {}

  /** Asserts that {@code json} is valid by the schema at a JSON pointer of the document. */
  static void assertValid(String schemaPointer, JsonNode json) {
    assertThat(ApiDocument.bundled().schemas().check(schemaPointer, json))
        .as("%s by %s", json, schemaPointer)
        .isEmpty();
  }

  /** Asserts that an object is written as {@code json}; numbers by value, a null is absent. */
  static void assertSame(JsonNode json, Object object) {
    try {
      JsonNode written = Json.mapper().readTree(Json.mapper().writeValueAsBytes(object));
      assertThat(plain(written)).isEqualTo(plain(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the same JSON, with numbers of one kind and without properties that are null. */
  static JsonNode plain(JsonNode json) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (json.isNumber()) {
      return make.numberNode(json.decimalValue().stripTrailingZeros());
    }
    if (json.isArray()) {
      ArrayNode array = make.arrayNode();
      json.forEach(item -> array.add(plain(item)));
      return array;
    }
    if (json.isObject()) {
      ObjectNode object = make.objectNode();
      json.properties().stream()
          .filter(property -> !property.getValue().isNull())
          .forEach(property -> object.set(property.getKey(), plain(property.getValue())));
      return object;
    }
    return json;
  }
}
