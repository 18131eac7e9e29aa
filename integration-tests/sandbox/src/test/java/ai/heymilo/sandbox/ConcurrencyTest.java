// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends OwnSandbox {
  private static final int CLIENTS = 64;
  private static final int EACH = 5;

  @Test
  void sixtyFourClientsAtOnceLoseAndDoubleNothing() throws Exception {
    String posting = http.active("Engineer");
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Future<List<String>>> running = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      int client = i;
      running.add(clients.submit(() -> ingest(posting, client)));
    }
    Set<String> ingested = new HashSet<>();
    for (Future<List<String>> one : running) {
      ingested.addAll(one.get());
    }
    clients.shutdown();

    assertThat(ingested).hasSize(CLIENTS * EACH);
    assertThat(listed(posting))
        .hasSize(CLIENTS * EACH)
        .containsExactlyInAnyOrderElementsOf(ingested);
    assertThat(sandbox.received().stream().filter(request -> request.status() == 201))
        .hasSize(CLIENTS * EACH + 1);
  }

  private List<String> ingest(String posting, int client) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      String body = "{'name':'Ann','email':'" + client + "." + i + "@a.example'}";
      ids.add(http.post(candidates(posting), body).text("/data/interview_id"));
    }
    return ids;
  }

  private List<String> listed(String posting) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    Http.Answer page;
    do {
      page = http.get(candidates(posting) + "?limit=100" + cursor);
      ids.addAll(page.at("/data").findValuesAsText("interview_id"));
      cursor = "&starting_after=" + ids.get(ids.size() - 1);
    } while (page.at("/pagination/has_more").asBoolean());
    return ids;
  }
}
