// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Published;
import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does to the bundled document, done again. */
class RegenerationTest {
  /** A property that objects of any API have. */
  private static final String TEXT = "name";

  @TempDir Path one;
  @TempDir Path other;

  private static JsonNode bundled() throws Exception {
    return Generator.JSON.readTree(BundledDocument.bytes());
  }

  @Test
  void generatingTwiceGivesTheSameSources() throws Exception {
    assertThat(Generator.sources(bundled(), one)).isEqualTo(Generator.sources(bundled(), other));
  }

  @Test
  void theSourcesOfTheBuildAreThoseOfTheDocument() throws Exception {
    // The hash is of the file as published; this test gives the same document without its spaces.
    Map<String, String> here = Generator.sources(bundled(), one);
    Map<String, String> built = Generator.sourcesOfTheBuild();

    assertThat(here.keySet()).isEqualTo(built.keySet());
    here.forEach(
        (file, source) -> assertThat(withoutHash(source)).isEqualTo(withoutHash(built.get(file))));
  }

  @Test
  void aPropertyThatIsRenamedInTheDocumentIsRenamedInItsClassAlone() throws Exception {
    JsonNode renamed = bundled();
    String schema = answerWithAText(renamed);
    ObjectNode properties =
        (ObjectNode) renamed.at("/components/schemas").path(schema).path("properties");
    properties.set("spoken_" + TEXT, properties.remove(TEXT));
    Map<String, String> before = Generator.sources(bundled(), one);
    Map<String, String> after = Generator.sources(renamed, other);

    TreeSet<String> changed = new TreeSet<>();
    after.forEach(
        (file, source) -> {
          if (!withoutHash(source).equals(withoutHash(before.getOrDefault(file, "")))) {
            changed.add(file);
          }
        });
    String file = "model/" + Published.className(schema) + ".java";
    assertThat(after.get(file))
        .contains("spoken_" + TEXT, "getSpokenName()")
        .doesNotContain("getName()");
    assertThat(Generator.compile(other)).isEmpty();
    assertThat(changed).contains(file).hasSizeLessThanOrEqualTo(2);
  }

  private static String answerWithAText(JsonNode document) {
    return Published.objects().stream()
        .filter(schema -> !Published.view(schema).has("x-request"))
        .filter(
            schema ->
                document
                    .at("/components/schemas")
                    .path(schema)
                    .path("properties")
                    .path(TEXT)
                    .path("type")
                    .asText()
                    .equals("string"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theCompilerAndTheCommentsCheckerHaveNothingToSay() throws Exception {
    Generator.sources(bundled(), one);

    assertThat(Generator.compile(one)).isEmpty();
  }

  @Test
  void thereIsNoNeedlessBlankLine() throws Exception {
    Generator.sourcesOfTheBuild()
        .forEach(
            (file, source) ->
                assertThat(source)
                    .as(file)
                    .doesNotContainPattern("\n *\n *\n")
                    .doesNotContainPattern("\n *\n *}\n")
                    .doesNotContainPattern("\n *\n\\z")
                    .endsWith("\n"));
  }

  @Test
  void aNewOptionalPropertyReachesObjectAndSetters() throws Exception {
    JsonNode added = bundled();
    String schema =
        Published.objects().stream()
            .filter(name -> Published.view(name).has("x-setters"))
            .findFirst()
            .orElseThrow();
    ((ObjectNode) added.at("/components/schemas").path(schema).path("properties"))
        .putObject("dress_code")
        .put("type", "string")
        .put("maxLength", 7)
        .put("description", "What to wear.");
    String type = Published.className(schema);

    String source = Generator.sources(added, one).get("model/" + type + ".java");

    assertThat(source)
        .contains("public " + type + " dressCode(@Nullable String dressCode)")
        .contains("public B dressCode(@Nullable String dressCode)")
        .contains("\\\"dress_code\\\":{\\\"maxLength\\\":7}")
        .contains("* What to wear. Length at most 7 characters.");
  }

  private static String withoutHash(String source) {
    return source.replaceAll("SPEC_SHA256 = \"[0-9a-f]{64}\"", "");
  }
}
