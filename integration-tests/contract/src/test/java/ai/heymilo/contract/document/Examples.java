// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.examples.Amount;
import ai.heymilo.sandbox.internal.examples.Shapes;
import ai.heymilo.sandbox.internal.faults.Novelties;
import com.fasterxml.jackson.databind.JsonNode;

/** Makes examples of JSON from the document's schemas, by the sandbox's generator. */
final class Examples {
  /** How much of what may be there is there. */
  enum Size {
    /** Every field. */
    FULL(Amount.FULL),
    /** What is required, and empty lists. */
    REQUIRED(Amount.MINIMAL),
    /** What a seeded random number decides; nulls too, where they are allowed. */
    RANDOM(Amount.RANDOM),
    /** Every field, values that the document does not list, and fields that it does not know. */
    NOVEL(Amount.FULL);

    private final Amount amount;

    Size(Amount amount) {
      this.amount = amount;
    }
  }

  private static final ApiDocument DOCUMENT = ApiDocument.bundled();
  private static final Shapes SHAPES = new Shapes(DOCUMENT);

  private final Size size;
  private final ai.heymilo.sandbox.internal.examples.Examples examples;

  Examples(Size size, long seed) {
    this.size = size;
    this.examples =
        new ai.heymilo.sandbox.internal.examples.Examples(DOCUMENT, SHAPES, size.amount, seed);
  }

  /** Makes an example of the schema at a JSON pointer of the document. */
  JsonNode at(String pointer) {
    JsonNode example = examples.at(pointer);
    if (size == Size.NOVEL) {
      new Novelties(DOCUMENT, true, true).addTo(example, pointer);
    }
    return example;
  }

  /** Makes an example of a schema, for a field of this name. */
  JsonNode of(JsonNode schema, String name) {
    return examples.of(schema, name);
  }
}
