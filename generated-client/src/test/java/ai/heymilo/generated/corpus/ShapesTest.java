// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.heymilo.spec.derive.GeneratorView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One document with shapes that real ones have, generated, compiled and run. */
class ShapesTest {
  @TempDir static Path directory;
  private static URLClassLoader loader;
  private static final List<String> WRONG = new ArrayList<>();

  @BeforeAll
  static void generate() throws Exception {
    Generator.sources(Shapes.document(), directory);
    assertThat(Generator.compile(directory)).isEmpty();
    List<URL> urls = new ArrayList<>(List.of(directory.resolve("classes/").toUri().toURL()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar") && !entry.contains("heymilo-generated")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    // Without the classes of the build, which have the same names.
    loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  @AfterAll
  static void close() throws Exception {
    loader.close();
  }

  private static Object read(String type, JsonNode json) throws Exception {
    Object reader = model(type).getMethod("reader").invoke(null);
    Method read =
        loader
            .loadClass("ai.heymilo.generated.Json")
            .getMethod("read", byte[].class, model("ValueReader"));
    return read.invoke(null, json.toString().getBytes(StandardCharsets.UTF_8), reader);
  }

  private static Class<?> model(String name) throws Exception {
    return loader.loadClass("ai.heymilo.generated.model." + name);
  }

  private static JsonNode written(Object value) throws Exception {
    Method write = loader.loadClass("ai.heymilo.generated.Json").getMethod("write", Object.class);
    return Generator.JSON.readTree((byte[]) write.invoke(null, value));
  }

  private static List<String> findings(Object checked) throws Exception {
    List<?> found = (List<?>) checked.getClass().getMethod("violations").invoke(checked);
    return found.stream().map(Object::toString).toList();
  }

  private static List<String> of(String singleQuoted) throws Exception {
    return findings(read("AllRequest", Shapes.json(singleQuoted)));
  }

  @Test
  void everyKeywordThatTheRulesAcceptIsCheckedInEveryPlace() throws Exception {
    assertThat(Shapes.LIMITS.keySet()).isEqualTo(new TreeSet<>(GeneratorView.limitingKeywords()));
    for (Map.Entry<String, List<String>> limit : Shapes.LIMITS.entrySet()) {
      String name = limit.getKey();
      String good = limit.getValue().get(1);
      String bad = limit.getValue().get(2);
      check(of("{'" + name + "':" + good + "}"), of("{'" + name + "':" + bad + "}"), name);
      String list = "list_" + name;
      check(
          of("{'" + list + "':[" + good + "]}"),
          of("{'" + list + "':[" + good + "," + bad + "]}"),
          list + "[1]");
      String map = "map_" + name;
      check(
          of("{'" + map + "':{'k':" + good + "}}"),
          of("{'" + map + "':{'k':" + bad + "}}"),
          map + ".k");
    }
    assertThat(WRONG).isEmpty();
  }

  @Test
  void everyKeywordOfAParameterIsChecked() throws Exception {
    Class<?> type = loader.loadClass("ai.heymilo.generated.api.DefaultApi$GetAParams");
    for (Method setter : type.getMethods()) {
      List<String> limit = Shapes.LIMITS.get(setter.getName());
      if (limit != null) {
        check(
            parameter(type, setter, limit.get(1)),
            parameter(type, setter, limit.get(2)),
            setter.getName());
      }
    }
    assertThat(WRONG).isEmpty();
  }

  private static List<String> parameter(Class<?> type, Method setter, String value)
      throws Exception {
    Object params = type.getConstructor().newInstance();
    setter.invoke(
        params, Generator.JSON.convertValue(Shapes.json(value), setter.getParameterTypes()[0]));
    return findings(params);
  }

  private static void check(List<String> ofGood, List<String> ofBad, String path) {
    if (!ofGood.isEmpty()) {
      WRONG.add(path + " is refused within its limit: " + ofGood);
    }
    if (ofBad.size() != 1 || !ofBad.get(0).startsWith(path + " must ")) {
      WRONG.add(path + " is not refused beyond its limit, or not there: " + ofBad);
    }
  }

  @Test
  void aRequiredParameterIsCheckedBeforeTheCall() throws Exception {
    Class<?> client = loader.loadClass("ai.heymilo.generated.ApiClient");
    Class<?> builder = loader.loadClass("ai.heymilo.generated.ApiClient$Builder");
    Object some = client.getMethod("builder").invoke(null);
    some = builder.getMethod("baseUrl", String.class).invoke(some, "http://127.0.0.1:1");
    some = builder.getMethod("build").invoke(some);
    Class<?> api = loader.loadClass("ai.heymilo.generated.api.DefaultApi");
    Object stubs = api.getConstructor(client).newInstance(some);
    Method call = api.getMethod("getB", String.class);

    assertThat(failure(() -> call.invoke(stubs, "A")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("q must match ^[a-z]+$");
    assertThat(failure(() -> call.invoke(stubs, (Object) null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("q is required");
    assertThat(failure(() -> call.invoke(stubs, "a"))).hasMessageContaining("no answer");
  }

  private interface Call {
    void run() throws Exception;
  }

  private static Throwable failure(Call call) {
    Throwable thrown = catchThrowable(call::run);
    return thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
  }

  @Test
  void anObjectItselfHasALeastSize() throws Exception {
    assertThat(findings(read("PatchRequest", Shapes.json("{}"))))
        .containsExactly("must have at least 1 properties, had 0");
    assertThat(findings(read("PatchRequest", Shapes.json("{'a':'x'}")))).isEmpty();
  }

  @Test
  void ofTwoLimitsTheTighterCounts() throws Exception {
    assertThat(of("{'all_of':'ab'}")).isEmpty();
    assertThat(of("{'all_of':'axxb'}")).hasSize(1);
    assertThat(of("{'all_of':'ba'}"))
        .containsExactly("all_of must match ^a", "all_of must match b$");
    assertThat(of("{'both':'1234'}")).hasSize(1);
    assertThat(of("{'referred':'1234'}")).hasSize(1);
  }

  @Test
  void enumerationsOfNumbersKeysAndNulls() throws Exception {
    assertThat(of("{'number_enum':2}")).isEmpty();
    assertThat(of("{'number_enum':3}")).containsExactly("number_enum must be one of [1, 2]");
    assertThat(of("{'keys':{'a':'x'}}")).isEmpty();
    assertThat(of("{'keys':{'ab':'x'}}"))
        .containsExactly("keys (key 1) must have at most 1 characters, had 2");
    assertThat(of("{'nulls':[null,'a']}")).isEmpty();
    assertThat(of("{'list_maximum':[null]}")).containsExactly("list_maximum[0] must not be null");
    assertThat(of("{'map_maximum':{'a':null}}")).containsExactly("map_maximum.a must not be null");
  }

  @Test
  void timesHaveLimitsInTheirUnit() throws Exception {
    assertThat(of("{'seconds_at':10.5,'millis_at':5000}")).isEmpty();
    assertThat(of("{'seconds_at':9.5}")).containsExactly("seconds_at must be at least 10, was 9.5");
    assertThat(of("{'millis_at':5001}"))
        .containsExactly("millis_at must be at most 5000, was 5001");
  }

  @Test
  void timesAreReadAndWrittenInTheirUnit() throws Exception {
    JsonNode json =
        Shapes.json(
            "{'seconds_at':10.5,'millis_at':1767225600123,'named_at':'2026-01-01T00:00:00Z',"
                + "'counted_at':1767225600}");
    Object read = read("AllRequest", json);

    assertThat(read.getClass().getMethod("getMillisAt").invoke(read))
        .hasToString("2026-01-01T00:00:00.123Z");
    assertThat(read.getClass().getMethod("getNamedAt").invoke(read))
        .hasToString("2026-01-01T00:00:00Z");
    assertThat(read.getClass().getMethod("getCountedAt").invoke(read))
        .hasToString("2026-01-01T00:00:00Z");
    assertThat(written(read)).hasToString(json.toString());
  }

  @Test
  void aPropertyMayBeCalledLikeAMethodOfTheBase() throws Exception {
    ObjectNode values = Generator.JSON.createObjectNode();
    for (String name : Shapes.namesOfTheBase()) {
      values.put(name, "v").put("x_" + name, "w");
      values.putArray(name + "_").add("i");
      values.putObject(name + "__").put("k", "e");
    }
    Object read = read("NamesRequest", values);

    assertThat(written(read)).isEqualTo(values);
    assertThat(findings(read)).isEmpty();
    assertThat((Map<?, ?>) read.getClass().getMethod("getAdditionalProperties").invoke(read))
        .isEmpty();
  }

  @Test
  void valuesThatTellKindsApartMayHaveAnyCharacter() throws Exception {
    for (String kind : List.of("a&b", "a<b>")) {
      JsonNode json = Shapes.json("{'part':{'kind':'" + kind + "'}}");
      Object part = read("AllRequest", json);
      part = part.getClass().getMethod("getPart").invoke(part);

      assertThat(part.getClass().getSimpleName()).isEqualTo(kind.equals("a&b") ? "Amp" : "Less");
      assertThat(written(part)).isEqualTo(json.path("part"));
    }
  }
}
