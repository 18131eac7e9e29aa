// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes out the header parameters that are set once for a client and not with each call: the ones a
 * security scheme names, {@code Authorization}, and optional ones that every operation has.
 */
final class DropAmbientHeaders implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    Set<String> ambient = new HashSet<>(Set.of("authorization"));
    for (JsonNode scheme : document.root().path("components").path("securitySchemes")) {
      if (scheme.path("in").asText().equals("header")) {
        ambient.add(lowerCaseName(scheme));
      }
    }
    ambient.addAll(optionalEverywhere(document.operations()));
    for (Operation operation : document.operations()) {
      operation
          .parameters()
          .removeIf(parameter -> isHeader(parameter) && ambient.contains(lowerCaseName(parameter)));
    }
  }

  private static Set<String> optionalEverywhere(List<Operation> operations) {
    Map<String, Integer> seen = new HashMap<>();
    for (Operation operation : operations) {
      Set<String> here = new HashSet<>();
      operation
          .parameters()
          .forEach(
              parameter -> {
                if (isHeader(parameter) && !parameter.path("required").asBoolean()) {
                  here.add(lowerCaseName(parameter));
                }
              });
      here.forEach(name -> seen.merge(name, 1, Integer::sum));
    }
    Set<String> everywhere = new HashSet<>();
    seen.forEach(
        (name, count) -> {
          if (count > 1 && count == operations.size()) {
            everywhere.add(name);
          }
        });
    return everywhere;
  }

  private static boolean isHeader(JsonNode parameter) {
    return parameter.path("in").asText().equals("header");
  }

  private static String lowerCaseName(JsonNode named) {
    return named.path("name").asText().toLowerCase(Locale.ROOT);
  }
}
