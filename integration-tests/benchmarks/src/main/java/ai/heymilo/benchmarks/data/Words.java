// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.data;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names and sentences in the scripts that candidates write in, the same on every run. */
final class Words {
  private static final List<List<String>> SCRIPTS =
      List.of(
          List.of("Ada", "Grace", "Müller", "Søren", "built", "the", "payments", "service", "née"),
          List.of("Алексей", "Мария", "Иванова", "опыт", "работы", "с", "очередями", "сообщений"),
          List.of("山田", "太郎", "王", "小明", "分散", "システム", "经验", "丰富", "设计"),
          List.of(
              "Chloë", "José", "🚀", "shipped", "👩‍💻", "remote", "😀", "team", "of", "twelve"));

  private final Random random;

  Words(long seed) {
    random = new Random(seed);
  }

  String name(int i) {
    return some(i, 2);
  }

  String sentence(int i, int words) {
    return some(i, words);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean mostly() {
    return random.nextInt(4) > 0;
  }

  private String some(int i, int words) {
    List<String> script = SCRIPTS.get(i % SCRIPTS.size());
    return IntStream.range(0, words)
        .mapToObj(w -> script.get(random.nextInt(script.size())))
        .collect(Collectors.joining(" "));
  }
}
