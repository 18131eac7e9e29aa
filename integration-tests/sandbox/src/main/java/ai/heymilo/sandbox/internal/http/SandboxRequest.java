// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.document.Percent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it arrived. */
public final class SandboxRequest {
  private final String method;
  private final String path;
  private final Map<String, List<String>> query;
  private final Map<String, String> headers;
  private final byte[] body;

  private SandboxRequest(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, String> headers,
      byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Returns a request.
   *
   * @param url path and query, still percent-encoded
   * @param headers header values by name in lower case
   */
  public static SandboxRequest of(
      String method, String url, Map<String, String> headers, byte[] body) {
    int mark = url.indexOf('?');
    return new SandboxRequest(
        method.toUpperCase(Locale.ROOT),
        mark < 0 ? url : url.substring(0, mark),
        mark < 0 ? Map.of() : parsed(url.substring(mark + 1)),
        Map.copyOf(headers),
        body);
  }

  private static Map<String, List<String>> parsed(String text) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = Percent.inQuery(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        query
            .computeIfAbsent(name, any -> new ArrayList<>())
            .add(equals < 0 ? "" : Percent.inQuery(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  /** Returns the method in capitals. */
  public String method() {
    return method;
  }

  /** Returns the path, still percent-encoded, without the query. */
  public String path() {
    return path;
  }

  /** Returns the values of a parameter of the query, in their order; empty when it was not sent. */
  public List<String> query(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** Returns the parameters of the query; of one given twice, the last value. */
  public Map<String, String> query() {
    Map<String, String> last = new LinkedHashMap<>();
    query.forEach((name, values) -> last.put(name, values.get(values.size() - 1)));
    return last;
  }

  /** Returns a header's value, null when it was not sent; {@code name} in lower case. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Returns the headers by name in lower case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Returns the bytes of the body; not a copy. */
  public byte[] body() {
    return body;
  }
}
