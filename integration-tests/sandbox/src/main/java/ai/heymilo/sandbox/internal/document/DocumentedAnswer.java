// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import java.util.Map;

/** An answer of an operation: one status in one media type. */
public final class DocumentedAnswer {
  private final String key;
  private final String mediaType;
  private final String schema;
  private final Map<String, String> headers;

  DocumentedAnswer(String key, String mediaType, String schema, Map<String, String> headers) {
    this.key = key;
    this.mediaType = mediaType;
    this.schema = schema;
    this.headers = headers;
  }

  /** Returns the status; one of those that {@code 2XX} or {@code default} stand for. */
  public int status() {
    if (key.matches("\\d{3}")) {
      return Integer.parseInt(key);
    }
    return key.equalsIgnoreCase("default") ? 500 : (key.charAt(0) - '0') * 100;
  }

  /** Returns whether this is the answer of {@code status}, by its number, class or default. */
  boolean covers(int status) {
    return key.equals(String.valueOf(status))
        || key.equalsIgnoreCase(status / 100 + "XX")
        || key.equalsIgnoreCase("default");
  }

  /** Returns the media type; empty when the answer has no body. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns whether the body is JSON. */
  public boolean isJson() {
    return isJson(mediaType);
  }

  /** Returns whether {@code mediaType} is JSON. */
  public static boolean isJson(String mediaType) {
    return mediaType.matches("(?i)application/([\\w.-]+\\+)?json\\s*(;.*)?");
  }

  /** Returns the pointer to the schema of the body; empty when there is none. */
  public String schema() {
    return schema;
  }

  /** Returns the documented headers by name, each with the pointer to its schema. */
  public Map<String, String> headers() {
    return headers;
  }
}
