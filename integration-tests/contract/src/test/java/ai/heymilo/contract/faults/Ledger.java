// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.faults;

import ai.heymilo.testkit.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server's book of candidates, who are numbers: it takes them in, and knows of each whether it
 * was taken in before. Of a fixed size, so that a heap that grows is the client's.
 */
final class Ledger {
  /** How many candidates the lists hold, on pages of a hundred. */
  static final int LISTED = 500;

  private static final Pattern CURSOR = Pattern.compile("starting_after=(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\"email\":\"c(\\d+)@");

  /** Every so many-th candidate is one that the server does not want. */
  private static final int UNWANTED = 997;

  private final BitSet applied;
  private final BitSet doubtful;
  private int appliedTwice;
  private int repeated;

  Ledger(int capacity) {
    applied = new BitSet(capacity);
    doubtful = new BitSet(capacity);
    applied.set(capacity); // takes all its memory now
    doubtful.set(capacity);
    applied.clear();
    doubtful.clear();
  }

  /** Does what a request asks for. */
  synchronized Answer apply(Request request) {
    List<Integer> candidates = candidates(request);
    if (request.line().startsWith("GET")) {
      return request.line().contains("/candidates") ? page(request) : posting();
    }
    List<Integer> unwanted = candidates.stream().filter(Ledger::isUnwanted).toList();
    if (!unwanted.isEmpty()) {
      return refusal(request, unwanted.stream().map(candidates::indexOf).toList());
    }
    for (int candidate : candidates) {
      appliedTwice += applied.get(candidate) ? 1 : 0;
      applied.set(candidate);
    }
    return acknowledgement(request, candidates);
  }

  /** Takes note that the client is not going to learn what became of a request. */
  synchronized void leaveInDoubt(Request request) {
    if (request.line().startsWith("POST")) {
      candidates(request).forEach(doubtful::set);
    }
  }

  /** Takes note of a request, before it is known what becomes of it. */
  synchronized void received(Request request) {
    repeated += (int) candidates(request).stream().filter(doubtful::get).count();
  }

  /** Returns a copy of who was taken in. */
  synchronized BitSet applied() {
    return (BitSet) applied.clone();
  }

  /** Returns how often somebody was taken in who had been before. */
  synchronized int appliedTwice() {
    return appliedTwice;
  }

  /** Returns how often somebody came whose fate the client could not know. */
  synchronized int repeated() {
    return repeated;
  }

  static boolean isUnwanted(int candidate) {
    return candidate % UNWANTED == 0;
  }

  private static List<Integer> candidates(Request request) {
    List<Integer> candidates = new ArrayList<>();
    Matcher number = NUMBER.matcher(request.body());
    while (number.find()) {
      candidates.add(Integer.parseInt(number.group(1)));
    }
    return candidates;
  }

  private static Answer posting() {
    return new Answer(
        200,
        "{\"data\":{\"id\":\"P1\",\"company_id\":\"C1\",\"title\":\"T\",\"description\":\"D\","
            + "\"status\":\"active\",\"finalized\":true,\"archived\":false,\"test_posting\":false}}");
  }

  private static Answer page(Request request) {
    Matcher cursor = CURSOR.matcher(request.line());
    int from = cursor.find() ? Integer.parseInt(cursor.group(1)) + 1 : 0;
    int to = Math.min(LISTED, from + 100);
    return new Answer(
        200,
        "{\"data\":[%s],\"pagination\":{\"has_more\":%s}}"
            .formatted(
                IntStream.range(from, to)
                    .mapToObj("{\"interview_id\":\"%d\"}"::formatted)
                    .collect(Collectors.joining(",")),
                to < LISTED));
  }

  private static Answer acknowledgement(Request request, List<Integer> candidates) {
    if (request.line().contains("/async ")) {
      return new Answer(202, "{\"data\":{\"ingestion_id\":\"Q1\"}}");
    }
    List<String> items =
        candidates.stream()
            .map(
                n ->
                    "{\"interview_id\":\"I%1$d\",\"interview_url\":\"https://x/%1$d\",\"metadata\":{\"ref\":\"%1$d\"}}"
                        .formatted(n))
            .toList();
    return new Answer(
        201, "{\"data\":%s}".formatted(isBulk(request) ? items.toString() : items.get(0)));
  }

  private static Answer refusal(Request request, List<Integer> indexes) {
    return new Answer(
        422,
        indexes.stream()
            .map(i -> isBulk(request) ? "\"data\"," + i + ",\"email\"" : "\"email\"")
            .map("{\"loc\":[\"body\",%s],\"msg\":\"no\",\"type\":\"value_error\"}"::formatted)
            .collect(Collectors.joining(",", "{\"detail\":[", "]}")));
  }

  private static boolean isBulk(Request request) {
    return request.line().contains("/bulk");
  }

  /** What the server has to say. */
  record Answer(int status, String body) {}
}
