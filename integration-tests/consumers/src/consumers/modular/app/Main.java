// SPDX-License-Identifier: Apache-2.0
package app;

import ai.heymilo.HeyMilo;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.sandbox.HeyMiloSandbox;

/** Client and sandbox as modules; then what is not theirs to see. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start();
        HeyMilo milo = sandbox.client()) {
      String id = milo.postings().create("Java Engineer", p -> p.form(step -> {})).id();
      milo.posting(id).activate();
      milo.posting(id).candidates().ingest("Ada Lovelace", "ada@example.org");
      PostingResponse posting = milo.posting(id).get();
      System.out.println("title " + posting.getTitle());
      System.out.println("module " + milo.getClass().getModule().getName());
    }
    for (String hidden : args) {
      try {
        Class.forName(hidden).getDeclaredConstructors()[0].setAccessible(true);
        System.out.println("open " + hidden);
      } catch (RuntimeException e) {
        System.out.println("closed " + hidden);
      }
    }
  }
}
