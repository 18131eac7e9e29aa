// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.docs;

import ai.heymilo.HeyMilo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;

/**
 * Runs compiled snippets against the server of the environment, each with an interviewer to work
 * on.
 */
public final class SnippetRunner {
  private SnippetRunner() {}

  public static void main(String[] classNames) throws Exception {
    for (String className : classNames) {
      System.out.println(className);
      try (HeyMilo milo = HeyMilo.fromEnv()) {
        String id =
            milo.postings().create("Interviewer of the snippets", p -> p.resume(s -> {})).id();
        milo.posting(id).activate();
        milo.posting(id).candidates().ingest("Grace Hopper", "grace@example.org");
        Method run =
            Class.forName(className).getMethod("run", HeyMilo.class, String.class, Instant.class);
        run.invoke(null, milo, id, Instant.now().minus(Duration.ofDays(1)));
      }
    }
  }
}
