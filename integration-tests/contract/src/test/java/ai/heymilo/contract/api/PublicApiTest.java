// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.api.Baseline.Break;
import ai.heymilo.generated.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The public API breaks only where the changelog's "Unreleased" names what breaks. What is new
 * needs no word. {@code -Dapi.update=true} makes the API of today the one to compare with: at a
 * release.
 */
class PublicApiTest {
  enum Module {
    CLIENT(HeyMilo.class, "../../fluent-api/api/heymilo-client.txt"),
    GENERATED(ApiClient.class, "../../generated-client/api/heymilo-generated-client.txt");

    private final Class<?> oneOfIt;
    private final Path baseline;

    Module(Class<?> oneOfIt, String baseline) {
      this.oneOfIt = oneOfIt;
      this.baseline = Path.of(baseline);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatBreaksIsAnnounced(Module module) throws Exception {
    if (Boolean.getBoolean("api.update")) {
      new Baseline(PublicApi.of(module.oneOfIt)).write(module.baseline);
    }
    String announced = unreleased(Files.readString(Path.of("../../CHANGELOG.md")));
    List<String> breaks =
        Baseline.read(module.baseline).breaks(PublicApi.of(module.oneOfIt)).stream()
            .filter(one -> !announced.contains("`" + one.name() + "`"))
            .map(Break::toString)
            .toList();
    // Lines for the changelog; the update of the document collects them.
    Files.write(Path.of("target/api-breaks-" + module + ".md"), breaks);

    assertThat(breaks)
        .as("breaks that CHANGELOG.md does not name, as `Type.member`, under Unreleased")
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void internalsAreNobodysApi(Module module) throws Exception {
    assumeFalse(Boolean.getBoolean("api.update"));
    assertThat(Files.readString(module.baseline)).isNotEmpty().doesNotContain("internal.");
  }

  @Test
  void goneAndChangedMembersBreakAndNewOnesDoNot() {
    Baseline baseline = new Baseline(api("a.T", " class", "int size()", "String name()"));

    assertThat(baseline.breaks(api("a.T", " class", "long size()", "String name()", "void more()")))
        .extracting(Break::toString)
        .containsExactly("`T.size` is gone, or is not as it was: int size()");
  }

  @Test
  void aTypeThatIsGoneBreaks() {
    assertThat(new Baseline(api("a.T$B", " final class", "int size()")).breaks(new TreeMap<>()))
        .extracting(Break::toString)
        .containsExactly("`T.B` is gone: final class");
  }

  @Test
  void whatImplementorsDoNotHaveBreaks() {
    Baseline baseline = new Baseline(api("a.T", " interface", "abstract int size()"));

    assertThat(
            baseline.breaks(
                api("a.T", " interface", "abstract int size()", "abstract void more()")))
        .extracting(Break::name)
        .containsExactly("T.more");
  }

  @Test
  void onlyWhatIsUnreleasedCountsAsAnnounced() {
    assertThat(unreleased("# C\n\n## Unreleased\n- `T.a`\n\n## 1.0.0\n- `T.b`\n"))
        .contains("`T.a`")
        .doesNotContain("`T.b`");
  }

  private static SortedMap<String, SortedSet<String>> api(String type, String... members) {
    return new TreeMap<>(java.util.Map.of(type, new TreeSet<>(List.of(members))));
  }

  private static String unreleased(String changelog) {
    String from = changelog.substring(changelog.indexOf("## Unreleased") + 3);
    int next = from.indexOf("\n## ");
    return next < 0 ? from : from.substring(0, next);
  }
}
