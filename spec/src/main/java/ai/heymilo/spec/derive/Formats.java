// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.Set;

/**
 * Drops the formats that have no bearing on how a value is read and written, the ones that nobody
 * has seen yet among them: such a value is the plain string or number that it is on the wire.
 */
final class Formats implements Rule {
  private static final Set<String> MEANT =
      Set.of(
          "date-time",
          "unix-time",
          "unix-millis",
          "int32",
          "int64",
          "email",
          "raw-body",
          "raw-bytes");

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          if (!MEANT.contains(schema.path("format").asText())) {
            schema.remove("format");
          }
        });
  }
}
