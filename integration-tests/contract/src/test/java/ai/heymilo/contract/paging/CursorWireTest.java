// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a list asks for, to the byte. */
class CursorWireTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @Test
  void theCursorOfInterviewersIsTheirId() {
    twoPages();

    server.client().postings().list(q -> q.limit(2)).stream().forEach(posting -> {});

    assertThat(urls())
        .containsExactly(
            "/api/v2/postings?limit=2", "/api/v2/postings?limit=2&starting_after=post-b");
  }

  @Test
  void theCursorOfCandidatesIsTheirInterviewId() {
    twoPages();

    server.client().posting("P1").candidates().list().stream().forEach(candidate -> {});

    assertThat(urls())
        .containsExactly(
            "/api/v2/postings/P1/candidates", "/api/v2/postings/P1/candidates?starting_after=b");
  }

  @Test
  void aBlankCursorIsNone() {
    assertThatThrownBy(() -> server.client().postings().list(q -> q.startingAfter(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("starting_after must not be blank");
  }

  @Test
  void theTitleGoesAlongOnEveryPage() {
    twoPages();

    server.client().postings().list(q -> q.title("java & co")).stream().forEach(p -> {});

    assertThat(urls())
        .containsExactly(
            "/api/v2/postings?title=java%20%26%20co",
            "/api/v2/postings?title=java%20%26%20co&starting_after=post-b");
  }

  @Test
  void timesAreIso8601InUtc() {
    server.answer(request -> Lists.page(false));

    server
        .client()
        .posting("P1")
        .candidates()
        .list(
            q ->
                q.createdAfter(Instant.parse("2026-03-13T00:00:00Z"))
                    .createdBefore(Instant.parse("2026-03-14T23:59:59.5Z")))
        .stream()
        .forEach(candidate -> {});

    assertThat(urls())
        .containsExactly(
            "/api/v2/postings/P1/candidates?created_after=2026-03-13T00%3A00%3A00Z"
                + "&created_before=2026-03-14T23%3A59%3A59.500Z");
  }

  @Test
  void whatIsNotSetIsNotSent() {
    server.answer(request -> Lists.page(false));

    server.client().postings().list().stream().forEach(posting -> {});

    assertThat(urls()).containsExactly("/api/v2/postings");
  }

  @Test
  void aWalkGoesOnFromACursor() {
    twoPages();

    server.client().postings().list(q -> q.startingAfter("post-0")).pages().next();

    assertThat(urls()).containsExactly("/api/v2/postings?starting_after=post-0");
  }

  private void twoPages() {
    server.answer(
        request ->
            Lists.cursor(request) == null ? Lists.page(true, "a", "b") : Lists.page(false, "c"));
  }

  private List<String> urls() {
    return server.requests().stream().map(Request::url).toList();
  }
}
