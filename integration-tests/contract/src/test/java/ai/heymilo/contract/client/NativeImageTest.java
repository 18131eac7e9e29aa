// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The metadata for native images covers what the client does beyond Jackson. That of the generated
 * objects is a test of the generated client's.
 */
class NativeImageTest {
  /** Calls whose effect native images have to be told of. */
  private static final Pattern REFLECTIVE =
      Pattern.compile(
          "java/lang/(Class(Loader)?\\.(forName|loadClass|newInstance|get(Declared)?(Constructor|Method|Field)s?"
              + "|getRecordComponents|getResource.*|getResources)"
              + "|Module\\.getResourceAsStream|reflect/.*|invoke/MethodHandles\\$Lookup\\.find.*)"
              + "|java/util/(ServiceLoader\\.load.*|ResourceBundle\\.getBundle)"
              + "|java/io/ObjectInputStream\\..*");

  @Test
  void theClientReadsOneResourceAndLooksUpOneMethod() throws Exception {
    assertThat(reflective("fluent-api"))
        .containsExactly(
            "java/lang/Class.getMethod",
            "java/lang/Class.getResourceAsStream",
            "java/lang/reflect/InvocationTargetException.getCause",
            "java/lang/reflect/Method.invoke");
    // where a mapper of the caller's reads: it asks the class for its reader
    assertThat(reflective("generated-client"))
        .containsExactly("java/lang/Class.getMethod", "java/lang/reflect/Method.invoke");
  }

  @Test
  void theResourceIsListed() throws Exception {
    String resource = "ai/heymilo/client.properties";
    assertThat(HeyMilo.class.getResource("/" + resource)).isNotNull();
    assertThat(resource)
        .matches(metadata("resource-config").at("/resources/includes/0/pattern").textValue());
  }

  @Test
  void theMethodsAreListed() throws Exception {
    JsonNode listed = metadata("reflect-config").path(0);
    assertThat(listed.path("name").textValue()).isEqualTo(HttpClient.class.getName());
    assertThat(listed.at("/methods/0/name").textValue()).isEqualTo("shutdownNow");
    assertThat(listed.at("/methods/1/name").textValue()).isEqualTo("shutdown");
    assertThat(listed.findValues("parameterTypes")).hasSize(2).allMatch(JsonNode::isEmpty);
  }

  private static JsonNode metadata(String name) throws Exception {
    String resource = "/META-INF/native-image/ai.heymilo/heymilo-client/" + name + ".json";
    try (InputStream in = HeyMilo.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static Set<String> reflective(String module) throws Exception {
    Path classes = Path.of("..", "..", module, "target", "classes");
    Set<String> found = new TreeSet<>(MethodReferences.below(classes));
    assertThat(found).isNotEmpty();
    found.removeIf(reference -> !REFLECTIVE.matcher(reference).matches());
    return found;
  }
}
