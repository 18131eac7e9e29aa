// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes out the header parameters that are set once for a client and not with each call: the ones a
 * security scheme names, {@code Authorization}, and optional ones that most operations have, or
 * most of those that have one of the former.
 */
final class DropAmbientHeaders implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    Set<String> credentials = new HashSet<>(Set.of("authorization"));
    for (JsonNode scheme : document.root().path("components").path("securitySchemes")) {
      if (scheme.path("in").asText().equals("header")) {
        credentials.add(lowerCaseName(scheme));
      }
    }
    List<Operation> operations = document.operations();
    List<Operation> withCredentials = new ArrayList<>(operations);
    withCredentials.removeIf(operation -> Collections.disjoint(headers(operation), credentials));
    Set<String> usual = optionalInMost(operations);
    usual.addAll(optionalInMost(withCredentials));
    for (Operation operation : operations) {
      operation
          .parameters()
          .removeIf(
              parameter ->
                  isHeader(parameter)
                      && (credentials.contains(lowerCaseName(parameter))
                          || (isOptional(parameter) && usual.contains(lowerCaseName(parameter)))));
    }
  }

  private static Set<String> headers(Operation operation) {
    Set<String> names = new HashSet<>();
    for (JsonNode parameter : operation.parameters()) {
      if (isHeader(parameter)) {
        names.add(lowerCaseName(parameter));
      }
    }
    return names;
  }

  private static Set<String> optionalInMost(List<Operation> operations) {
    Map<String, Integer> seen = new HashMap<>();
    for (Operation operation : operations) {
      for (JsonNode parameter : operation.parameters()) {
        if (isHeader(parameter) && isOptional(parameter)) {
          seen.merge(lowerCaseName(parameter), 1, Integer::sum);
        }
      }
    }
    seen.values().removeIf(count -> count < 2 || 2 * count <= operations.size());
    return new HashSet<>(seen.keySet());
  }

  private static boolean isOptional(JsonNode parameter) {
    return !parameter.path("required").asBoolean();
  }

  private static boolean isHeader(JsonNode parameter) {
    return parameter.path("in").asText().equals("header");
  }

  private static String lowerCaseName(JsonNode named) {
    return named.path("name").asText().toLowerCase(Locale.ROOT);
  }
}
