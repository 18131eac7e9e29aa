// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.paging;

import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages as a server answers them. */
final class Lists {
  private static final Pattern CURSOR = Pattern.compile("starting_after=([^&]*)");

  private Lists() {}

  static Answer page(boolean hasMore, String... ids) {
    return page(hasMore, Arrays.asList(ids));
  }

  /** A page of things that have all the ids there are, so that it does for every list. */
  static Answer page(boolean hasMore, List<String> ids) {
    String items =
        ids.stream()
            .map(id -> "{\"id\":\"post-%1$s\",\"interview_id\":\"%1$s\"}".formatted(id))
            .collect(Collectors.joining(","));
    return Answer.of(
        200, "{\"data\":[%s],\"pagination\":{\"has_more\":%s}}".formatted(items, hasMore));
  }

  /** A list of the numbers from 1 on, on pages of a size. */
  static Function<Request, Answer> numbers(int total, int pageSize) {
    return request -> {
      String cursor = cursor(request);
      int from = cursor == null ? 1 : Integer.parseInt(cursor) + 1;
      int to = Math.min(total, from + pageSize - 1);
      return page(to < total, IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList());
    };
  }

  static String cursor(Request request) {
    Matcher cursor = CURSOR.matcher(request.url());
    return cursor.find() ? cursor.group(1) : null;
  }

  static List<String> upTo(int total) {
    return IntStream.rangeClosed(1, total).mapToObj(String::valueOf).toList();
  }
}
