// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API key, and its removal from text of the server or the JDK. Immutable. */
public final class ApiKey {
  /** A shorter key may occur anywhere by chance. */
  private static final int SHORTEST = 8;

  /** A longer key is no name of anything, so it is also removed from within words. */
  private static final int LONG = 16;

  private static final ApiKey NONE = new ApiKey("");

  private final String value;

  private ApiKey(String value) {
    this.value = value;
  }

  /** Returns a placeholder until the key is known. */
  public static ApiKey none() {
    return NONE;
  }

  /**
   * Checks a key, because the JDK quotes a header value that it rejects.
   *
   * @throws IllegalArgumentException if the key is empty or has anything but visible ASCII; the
   *     message does not quote it
   */
  public static ApiKey of(@Nullable String key) {
    if (key == null || key.isEmpty()) {
      throw new IllegalArgumentException("apiKey must not be empty");
    }
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            "apiKey must contain only visible ASCII characters, but has another at index "
                + i
                + (c <= ' ' ? " (a space, a line end or a control character)" : ""));
      }
    }
    return new ApiKey(key);
  }

  /** Returns the key itself, to send it. */
  public String value() {
    return value;
  }

  /**
   * Returns the text with the key replaced. A short key is replaced only as a word of its own, a
   * very short one not at all: it would match parts of field names and codes.
   */
  public String removeFrom(String text) {
    if (value.length() < SHORTEST) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int copied = 0;
    for (int at = next(text, 0); at >= 0; at = next(text, copied)) {
      cut.append(text, copied, at).append("[key]");
      copied = at + value.length();
    }
    return copied == 0 ? text : cut.append(text, copied, text.length()).toString();
  }

  private int next(String text, int from) {
    int at = text.indexOf(value, from);
    while (at >= 0 && value.length() < LONG && !isWord(text, at)) {
      at = text.indexOf(value, at + 1);
    }
    return at;
  }

  private boolean isWord(String text, int at) {
    int end = at + value.length();
    return (at == 0 || !isInName(text.charAt(at - 1)))
        && (end == text.length() || !isInName(text.charAt(end)));
  }

  private static boolean isInName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  public boolean isIn(@Nullable String text) {
    return text != null && value.length() >= SHORTEST && next(text, 0) >= 0;
  }

  /** Returns the headers with the key replaced in their values. */
  public HttpHeaders removeFrom(HttpHeaders headers) {
    if (headers.map().values().stream().noneMatch(values -> values.stream().anyMatch(this::isIn))) {
      return headers;
    }
    return HttpHeaders.of(
        headers.map().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey(),
                    header ->
                        header.getValue().stream()
                            .map(this::removeFrom)
                            .collect(Collectors.toList()))),
        (name, text) -> true);
  }

  /** Returns the failure, or one without its message if that contains the key. */
  public @Nullable Throwable removeFrom(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (isIn(t.getMessage())) {
        return new IOException(t.getClass().getName() + ", whose message contained the API key");
      }
    }
    return failure;
  }

  @Override
  public String toString() {
    return "[key]";
  }
}
