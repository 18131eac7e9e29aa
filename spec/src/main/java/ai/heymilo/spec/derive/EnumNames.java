// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names the types of enumerations after the places where they stand: by the last two words of the
 * property ({@code company_overview_delivery_mode} is a {@code DeliveryMode}). A property of one
 * word says too little, so that the name of its schema or operation goes before it ({@code status}
 * of {@code CandidateResponse} is a {@code CandidateStatus}).
 */
final class EnumNames {
  private static final Set<String> SAY_NOTHING = Set.of("Request", "Response", "Result");

  private final Document document;

  EnumNames(Document document) {
    this.document = document;
  }

  /**
   * Returns the name of the type of the enumeration that a pointer leads to: one that is free, or
   * that of a published enumeration, which is the same type then.
   */
  String of(String pointer) {
    String name = Names.upperCamel(words(pointer));
    while (!isEnumeration(name) && !ClassNames.isFree(document, name)) {
      name += "Value";
    }
    return name;
  }

  private boolean isEnumeration(String name) {
    JsonNode values = document.schemas().path(name).path("enum");
    return !values.isEmpty() && OpenEnums.allTexts(values);
  }

  private List<String> words(String pointer) {
    String schema = Pointers.namedSchema(pointer);
    String property = Pointers.property(pointer);
    if (schema != null) {
      return words(schema, property == null ? "" : property);
    }
    for (Operation operation : document.operations()) {
      if (pointer.startsWith(operation.pointer() + "/")) {
        return words(operation.node().path("operationId").asText(), parameter(operation, pointer));
      }
    }
    return words("Body", "");
  }

  private static String parameter(Operation operation, String pointer) {
    for (int i = 0; i < operation.parameters().size(); i++) {
      if (pointer.startsWith(operation.pointer() + "/parameters/" + i + "/")) {
        return operation.parameters().get(i).path("name").asText();
      }
    }
    return "";
  }

  private static List<String> words(String owner, String property) {
    List<String> last = Names.words(property);
    if (last.size() > 1) {
      return last.subList(last.size() - 2, last.size());
    }
    List<String> words = new ArrayList<>(Names.words(owner));
    if (words.size() > 1 && SAY_NOTHING.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    boolean said = !last.isEmpty() && words.get(words.size() - 1).equalsIgnoreCase(last.get(0));
    words.addAll(last.isEmpty() || said ? List.of("Value") : last);
    return words;
  }
}
