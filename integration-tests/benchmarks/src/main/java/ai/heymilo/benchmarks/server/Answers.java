// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.server;

import ai.heymilo.benchmarks.data.ServerAnswers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;

/** What the server says: postings, pages of any number of candidates, and 429 over a limit. */
final class Answers {
  private static final String AFTER = "starting_after=IV_";
  private static final byte[] ID = "IV_0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMAIL = "\"email\":".getBytes(StandardCharsets.US_ASCII);
  private static final int PAGE = 100;

  private final byte[] posting = ok(ServerAnswers.posting());
  private final byte[] created = ok(ServerAnswers.created());
  private final byte[] page = ok(ServerAnswers.candidates(0, PAGE, true));
  private final byte[] lastPage = ok(ServerAnswers.candidates(0, PAGE, false));
  private final int candidates;
  private final int limit;
  private final long windowNanos;
  private final ArrayDeque<Long> window = new ArrayDeque<>();
  private int refused;

  /** Arguments: how many candidates there are; requests permitted in a window; its milliseconds. */
  Answers(String[] args) {
    this.candidates = Integer.parseInt(args[0]);
    this.limit = Integer.parseInt(args[1]);
    this.windowNanos = Long.parseLong(args[2]) * 1_000_000;
  }

  byte[] to(String start, byte[] body) {
    if (limit > 0) {
      long wait = overLimit();
      if (wait > 0) {
        return refusal(wait);
      }
    }
    if (start.contains("/candidates/bulk")) {
      return accepted(body);
    }
    if (start.contains("/candidates")) {
      int after = start.indexOf(AFTER);
      int from = after + AFTER.length();
      return page(after < 0 ? 0 : Integer.parseInt(start.substring(from, from + 16), 16) + 1);
    }
    return start.startsWith("POST") ? created : posting;
  }

  synchronized int refused() {
    return refused;
  }

  /** Takes note of a request; returns for how many nanoseconds it is too early, if it is. */
  private synchronized long overLimit() {
    long now = System.nanoTime();
    while (!window.isEmpty() && now - window.peek() >= windowNanos) {
      window.poll();
    }
    if (window.size() >= limit) {
      refused++;
      return windowNanos - (now - window.peek());
    }
    window.add(now);
    return 0;
  }

  private static byte[] refusal(long waitNanos) {
    long seconds = (waitNanos + 999_999_999) / 1_000_000_000;
    byte[] body =
        "{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Too many requests\"}}"
            .getBytes(StandardCharsets.UTF_8);
    return answer("429 Too Many Requests\r\nRetry-After: " + seconds, body);
  }

  /** A page from an index on: the same people, with ids of their own. */
  private byte[] page(int first) {
    byte[] bytes = (first + PAGE < candidates ? page : lastPage).clone();
    for (int at = find(bytes, ID, 0); at >= 0; at = find(bytes, ID, at + 19)) {
      int number = Integer.parseInt(new String(bytes, at + 3, 16, StandardCharsets.US_ASCII), 16);
      byte[] id = String.format("%016x", first + number).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(id, 0, bytes, at + 3, 16);
    }
    return bytes;
  }

  private static byte[] accepted(byte[] body) {
    int count = 0;
    for (int at = find(body, EMAIL, 0); at >= 0; at = find(body, EMAIL, at + EMAIL.length)) {
      count++;
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.writeBytes("{\"data\":[".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < count; i++) {
      String id = "IV_" + Long.toHexString(System.nanoTime()) + "_" + i;
      String item =
          (i == 0 ? "" : ",")
              + "{\"interview_id\":\""
              + id
              + "\",\"interview_url\":\"https://interview.example.org/i/"
              + id
              + "\",\"metadata\":null}";
      json.writeBytes(item.getBytes(StandardCharsets.US_ASCII));
    }
    json.writeBytes("],\"meta\":null}".getBytes(StandardCharsets.US_ASCII));
    return ok(json.toByteArray());
  }

  private static int find(byte[] in, byte[] what, int from) {
    for (int i = from; i <= in.length - what.length; i++) {
      if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] ok(byte[] body) {
    return answer("200 OK", body);
  }

  private static byte[] answer(String status, byte[] body) {
    byte[] head =
        ("HTTP/1.1 "
                + status
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
