// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.heymilo.sample.Server;
import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document gets an operation of each shape: the client has a method for each without an edit, and
 * a program that calls them compiles and runs.
 */
class AddedResourcesTest {
  private static final String PROGRAM =
      """
      import ai.heymilo.HeyMilo;
      import ai.heymilo.errors.InvalidRequestException;
      import java.util.ArrayList;
      import java.util.List;

      public final class Program {
        public static List<String> run(String url) throws Exception {
          List<Object> out = new ArrayList<>();
          try (HeyMilo milo = HeyMilo.builder().baseUrl(url).apiKey("k").build()) {
            out.add(milo.sprockets().create(s -> s.name("cog")).getName());
            milo.sprockets().list(q -> q.limit(2)).forEach(s -> out.add(s.getSprocketId()));
            out.add(milo.sprocket("s1").get().getName());
            out.add(milo.sprocket("s1").update(s -> s.clearName()).getSprocketId());
            milo.sprocket("s1").delete();
            out.add(milo.sprocket("s1").listTeeth());
            out.add(milo.sprocket("s1").spin().getSprocketId());
            out.add(milo.sprocket("s1").sound().contentType());
            out.add(milo.sprocket("s1").drawing());
            out.add(milo.workbench().get().getSprocketId());
            out.add(milo.async().sprocket("s1").get().get().getName());
            try {
              milo.sprockets().create(s -> s.name("elevenchars"));
            } catch (InvalidRequestException e) {
              out.add(e.violations());
            }
          }
          List<String> lines = new ArrayList<>();
          out.forEach(one -> lines.add(String.valueOf(one)));
          return lines;
        }
      }
      """;

  private final List<String> requests = new ArrayList<>();
  @TempDir Path directory;

  @Test
  void anOperationOfEachShapeCanBeCalled() throws Exception {
    ObjectNode document = (ObjectNode) Generator.JSON.readTree(BundledDocument.bytes());
    JsonNode added = Generator.JSON.readTree(getClass().getResourceAsStream("/sprockets.json"));
    document.withObject("/paths").setAll((ObjectNode) added.path("paths"));
    document.withObject("/components/schemas").setAll((ObjectNode) added.path("schemas"));
    Generator.sources(document, directory);
    assertThat(Generator.compile(directory)).isEmpty();
    assumeThat(Generator.compileFluentApi(directory))
        .as("the document of the build breaks hand-written code")
        .isEmpty();

    List<String> printed = run();

    assertThat(printed)
        .containsExactly(
            "cog",
            "s1",
            "s2",
            "s3",
            "cog",
            "s1",
            "[a, b]",
            "s1",
            "audio/mpeg",
            "https://files.example/drawing",
            "w1",
            "cog",
            "[name must have at most 10 characters, had 11]");
    assertThat(requests)
        .containsExactly(
            "POST /api/v2/sprockets {\"name\":\"cog\"}",
            "GET /api/v2/sprockets?limit=2 ",
            "GET /api/v2/sprockets?limit=2&starting_after=s2 ",
            "GET /api/v2/sprockets/s1 ",
            "PATCH /api/v2/sprockets/s1 {\"name\":null}",
            "DELETE /api/v2/sprockets/s1 ",
            "GET /api/v2/sprockets/s1/teeth ",
            "POST /api/v2/sprockets/s1/spin ",
            "GET /api/v2/sprockets/s1/sound ",
            "GET /api/v2/sprockets/s1/drawing ",
            "GET /workbench ",
            "GET /api/v2/sprockets/s1 ");
  }

  @SuppressWarnings("unchecked")
  private List<String> run() throws Exception {
    Path source = Files.createDirectory(directory.resolve("program"));
    Files.writeString(source.resolve("Program.java"), PROGRAM);
    List<Path> classes = List.of(directory.resolve("classes"), directory.resolve("fluent"));
    String classPath =
        classes.get(0)
            + File.pathSeparator
            + classes.get(1)
            + File.pathSeparator
            + System.getProperty("java.class.path");
    assertThat(Generator.compile(List.of(source), directory.resolve("run"), "-cp", classPath))
        .isEmpty();
    List<URL> urls = new ArrayList<>();
    for (Path one : classes) {
      urls.add(one.toUri().toURL());
    }
    urls.add(directory.resolve("run").toUri().toURL());
    urls.add(Path.of("../fluent-api/src/main/resources").toUri().toURL());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) { // without the classes of the build, which have the same names
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    try (Server server = Server.handling(this::answer);
        URLClassLoader loader =
            new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      List<String> printed =
          (List<String>)
              loader.loadClass("Program").getMethod("run", String.class).invoke(null, server.url());
      for (int i = 0; i < 12; i++) {
        Server.Request request = server.next();
        requests.add(request.method() + " " + request.uri() + " " + request.body());
      }
      return printed;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/drawing")) {
      exchange.getResponseHeaders().set("Location", "https://files.example/drawing");
      exchange.sendResponseHeaders(302, -1);
    } else if (path.endsWith("/sound")) {
      exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
      exchange.sendResponseHeaders(200, -1);
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      Server.answer(exchange, 200, json(exchange).getBytes(StandardCharsets.UTF_8));
    }
    exchange.close();
  }

  private static String json(HttpExchange exchange) {
    String uri = exchange.getRequestURI().toString();
    if (uri.endsWith("starting_after=s2")) {
      return "{\"data\":[{\"sprocket_id\":\"s3\"}],\"pagination\":{\"has_more\":false}}";
    }
    if (uri.contains("limit")) {
      return "{\"data\":[{\"sprocket_id\":\"s1\"},{\"sprocket_id\":\"s2\"}],"
          + "\"pagination\":{\"has_more\":true}}";
    }
    if (uri.endsWith("/teeth")) {
      return "{\"data\":[\"a\",\"b\"]}";
    }
    return uri.equals("/workbench")
        ? "{\"sprocket_id\":\"w1\"}"
        : "{\"data\":{\"sprocket_id\":\"s1\",\"name\":\"cog\"}}";
  }
}
