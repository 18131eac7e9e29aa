// SPDX-License-Identifier: Apache-2.0
package app;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.sandbox.HeyMiloSandbox;
import org.slf4j.LoggerFactory;

/** Logs a line, starts a sandbox, makes a call that succeeds and one that is refused. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    LoggerFactory.getLogger("app").warn("logged");
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start();
        HeyMilo milo =
            HeyMilo.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build()) {
      milo.call("GET", "/api/v2/postings", call -> {}).asMap();
      try {
        milo.call("POST", "/api/v2/postings", call -> call.body(7)).send();
      } catch (HeyMiloException e) {
        System.out.println("refused " + e.status());
      }
    }
  }
}
