// SPDX-License-Identifier: Apache-2.0
package app;

import ai.heymilo.HeyMilo;
import tools.jackson.databind.json.JsonMapper;

/** An application that has moved to Jackson 3, beside the client's Jackson 2. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    try (HeyMilo milo = HeyMilo.fromEnv()) {
      String title =
          new JsonMapper().readTree("{\"title\":\"Java Engineer\"}").get("title").asString();
      String id = milo.postings().create(title, posting -> posting.form(step -> {})).id();
      System.out.println("jackson " + tools.jackson.databind.cfg.PackageVersion.VERSION);
      System.out.println("title " + milo.posting(id).get().getTitle());
    }
  }
}
