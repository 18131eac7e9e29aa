// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server that, by a seed, answers short, in another order, twice, or not at all, and applies
 * batches before, after or without that. It counts how often each candidate was applied.
 */
final class MoodyServer implements Function<Request, Answer> {
  private static final Pattern CURSOR = Pattern.compile("starting_after=I-(c\\d+)");

  private final Random random;
  private final LongSupplier clock;
  private final int late;
  private final Predicate<String> bad;
  private final Map<String, Integer> applied = new LinkedHashMap<>();
  private final Map<List<String>, Long> pending = new LinkedHashMap<>();

  /**
   * Creates one.
   *
   * @param late how much later than its request a batch is applied, in units of the clock
   * @param bad whom it rejects
   */
  MoodyServer(Random random, LongSupplier clock, int late, Predicate<String> bad) {
    this.random = random;
    this.clock = clock;
    this.late = late;
    this.bad = bad;
  }

  @Override
  public synchronized Answer apply(Request request) {
    applyPending();
    return request.method().equals("GET") ? page(request.url()) : batch(Bulk.sent(request));
  }

  /** Applies what is due; at the end of a test all of it is. */
  private void applyPending() {
    Iterator<Map.Entry<List<String>, Long>> all = pending.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<List<String>, Long> one = all.next();
      if (one.getValue() <= clock.getAsLong()) {
        add(one.getKey());
        all.remove();
      }
    }
  }

  synchronized Map<String, Integer> appliedInTheEnd() {
    pending.keySet().forEach(this::add);
    pending.clear();
    return applied;
  }

  private void add(List<String> names) {
    names.forEach(name -> applied.merge(name, 1, Integer::sum));
  }

  private Answer page(String url) {
    if (random.nextInt(8) == 0) {
      return random.nextBoolean() ? Answer.hangUp() : Answer.of(503, "");
    }
    List<String> all = new ArrayList<>(applied.keySet());
    Matcher cursor = CURSOR.matcher(url);
    List<String> rest =
        cursor.find() ? all.subList(all.indexOf(cursor.group(1)) + 1, all.size()) : all;
    List<String> page = rest.subList(0, Math.min(100, rest.size()));
    String items =
        page.stream()
            .map(
                name ->
                    "{\"interview_id\":\"I-%1$s\",\"email\":\"%1$s@example.com\",\"metadata\":{\"ref\":\"%1$s\"}}"
                        .formatted(name))
            .collect(Collectors.joining(","));
    return Answer.of(
        200,
        "{\"data\":[%s],\"pagination\":{\"has_more\":%s}}"
            .formatted(items, page.size() < rest.size()));
  }

  private Answer batch(List<String> sent) {
    if (sent.stream().anyMatch(bad)) {
      return Bulk.invalid(
          IntStream.range(0, sent.size())
              .filter(i -> bad.test(sent.get(i)))
              .mapToObj(i -> "\"data\"," + i + ",\"email\"")
              .toList());
    }
    return switch (random.nextInt(12)) {
      case 0 -> Answer.of(429, "");
      case 1 -> Answer.of(503, "");
      case 2 -> Answer.hangUp();
      case 3 -> {
        pending.put(sent, clock.getAsLong() + random.nextInt(late));
        yield Answer.hangUp();
      }
      case 4 -> {
        pending.put(sent, clock.getAsLong() + random.nextInt(late));
        yield Answer.of(504, "");
      }
      case 5 -> sent.size() > 2 ? Answer.of(413, "") : Answer.of(429, "");
      default -> {
        add(sent);
        yield applied(new ArrayList<>(sent));
      }
    };
  }

  private Answer applied(List<String> reply) {
    switch (random.nextInt(6)) {
      case 0 -> {
        return Answer.hangUp();
      }
      case 1 -> reply.remove(0);
      case 2 -> reply.add(reply.get(0));
      case 3 -> Collections.shuffle(reply, random);
      default -> {}
    }
    return Bulk.reply(reply);
  }
}
