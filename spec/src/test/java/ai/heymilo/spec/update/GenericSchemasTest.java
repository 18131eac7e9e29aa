// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.spec.Documents;
import ai.heymilo.spec.derive.GeneratorView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changes in a generic schema is one change, however many instances are written out. */
class GenericSchemasTest {
  private final JsonNode before = Documents.second();
  private final ObjectNode after = before.deepCopy();

  /** Returns the instances of one generic schema, those that operations answer with first. */
  private List<ObjectNode> instances() {
    JsonNode merged = GeneratorView.withGenerics(after).at("/components/schemas");
    List<Map.Entry<String, JsonNode>> all =
        after.at("/components/schemas").properties().stream()
            .filter(schema -> !merged.has(schema.getKey()))
            .toList();
    String base = base(all.get(0).getKey());
    return all.stream()
        .filter(schema -> base(schema.getKey()).equals(base))
        .sorted((one, other) -> Boolean.compare(isUsed(other.getKey()), isUsed(one.getKey())))
        .map(schema -> (ObjectNode) schema.getValue())
        .toList();
  }

  private static String base(String instance) {
    return instance.replaceAll("_.*", "");
  }

  private boolean isUsed(String schema) {
    return after.path("paths").toString().contains("/" + schema + "\"");
  }

  private static void addNote(ObjectNode schema) {
    schema.withObject("/properties").putObject("note").put("type", "string");
  }

  @Test
  void whatAllInstancesGetIsToldOnce() {
    instances().forEach(GenericSchemasTest::addNote);

    assertThat(Comparison.of(before, after))
        .singleElement()
        .satisfies(change -> assertThat(change.where()).matches("\\w+\\.note"))
        .satisfies(change -> assertThat(change.effect().isBreaking()).isFalse());
  }

  @Test
  void anInstanceThatBecomesOneOfItsOwnChangesTheTypeOfItsStubs() {
    addNote(instances().get(0));

    List<Change> changes = Comparison.of(before, after);

    assertThat(changes).filteredOn(change -> change.effect().isBreaking()).isNotEmpty();
    assertThat(changes)
        .filteredOn(change -> change.effect().isBreaking())
        .allSatisfy(change -> assertThat(change.effect()).isEqualTo(Effect.SOURCE))
        .allSatisfy(change -> assertThat(change.kind()).isEqualTo(ChangeKind.TYPE));
  }
}
