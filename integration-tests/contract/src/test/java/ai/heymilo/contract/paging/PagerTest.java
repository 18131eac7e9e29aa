// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.PagingException;
import ai.heymilo.generated.api.CandidatesApi.ListCandidatesParams;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.paging.Page;
import ai.heymilo.paging.Pager;
import ai.heymilo.paging.Pages;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walking through a list, waiting for each page. */
@Timeout(30)
class PagerTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @Test
  void theStreamHasEachItemOnceInTheServersOrder() {
    server.answer(Lists.numbers(7, 3));

    assertThat(ids(list().stream().toList())).isEqualTo(Lists.upTo(7));
    assertThat(server.count()).isEqualTo(3);
  }

  @Test
  void theIteratorHasEachItemOnceInTheServersOrder() {
    server.answer(Lists.numbers(7, 3));

    List<String> ids = new ArrayList<>();
    for (CandidateResponse candidate : list()) {
      ids.add(candidate.getInterviewId());
    }

    assertThat(ids).isEqualTo(Lists.upTo(7));
  }

  @Test
  void pagesTellWhereTheyEndAndWhetherThereIsMore() {
    server.answer(
        request ->
            Answer.of(
                200,
                "{\"data\":[{\"interview_id\":\"a\"}],"
                    + "\"pagination\":{\"has_more\":false,\"total_count\":1}}"));
    Pages<CandidateResponse> pages = list().pages();

    Page<CandidateResponse> page = pages.next();

    assertThat(page.hasMore()).isFalse();
    assertThat(page.nextCursor()).isEqualTo("a");
    assertThat(page.totalCount()).isEqualTo(1);
    assertThat(pages.hasNext()).isFalse();
    assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void nothingIsAskedForBeforeTheFirstUse() {
    server.answer(Lists.numbers(7, 3));

    Pager<CandidateResponse> pager = list().prefetch();
    Iterator<CandidateResponse> iterator = pager.iterator();
    Stream<String> stream = pager.stream().map(CandidateResponse::getInterviewId);
    assertThat(stream.isParallel()).isFalse();
    assertThat(pager.pages().hasNext()).isTrue();
    assertThat(server.count()).isZero();

    iterator.next();
    assertThat(server.requests().get(0).url()).isEqualTo("/api/v2/postings/P1/candidates");
  }

  @Test
  void aPageIsAskedForWhenTheOneBeforeIsUsedUp() {
    server.answer(Lists.numbers(7, 3));

    list().stream().limit(3).forEach(candidate -> {});

    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void eachWalkAsksAnew() {
    server.answer(Lists.numbers(2, 3));
    Pager<CandidateResponse> pager = list();

    assertThat(pager.stream().count()).isEqualTo(2);
    assertThat(pager.stream().count()).isEqualTo(2);
    assertThat(server.count()).isEqualTo(2);
  }

  @Test
  void aWalkIsResumedFromTheCursorOfItsLastPage() {
    server.answer(Lists.numbers(7, 3));
    Pages<CandidateResponse> pages = list().pages();
    pages.next();
    String cursor = pages.cursor();

    assertThat(ids(list(q -> q.startingAfter(cursor)).stream().toList()))
        .containsExactly("4", "5", "6", "7");
  }

  @Test
  void anEmptyPageKeepsTheCursorToGoOnFromLater() {
    server.answer(request -> Lists.page(false));

    Page<CandidateResponse> page = list(q -> q.startingAfter("7")).pages().next();

    assertThat(page.nextCursor()).isEqualTo("7");
  }

  @Test
  void aPageThatFailedIsAskedForAgainAndNoOther() {
    AtomicInteger failures = new AtomicInteger(3); // the retries of one call
    server.answer(
        request ->
            "6".equals(Lists.cursor(request)) && failures.getAndDecrement() > 0
                ? Answer.of(500, "")
                : Lists.numbers(9, 3).apply(request));
    Iterator<CandidateResponse> walk = list().iterator();
    List<String> ids = new ArrayList<>();

    assertThatThrownBy(() -> walk.forEachRemaining(c -> ids.add(c.getInterviewId())))
        .isInstanceOf(HeyMiloException.class);
    assertThat(ids).isEqualTo(Lists.upTo(6));
    walk.forEachRemaining(c -> ids.add(c.getInterviewId()));

    assertThat(ids).isEqualTo(Lists.upTo(9));
    assertThat(server.requests())
        .extracting(Lists::cursor)
        .containsExactly(null, "3", "6", "6", "6", "6");
  }

  @Test
  void a429InTheMiddleLosesNothingAndRepeatsNothing() {
    AtomicInteger refusals = new AtomicInteger(2);
    server.answer(
        request ->
            "3".equals(Lists.cursor(request)) && refusals.getAndDecrement() > 0
                ? Answer.of(429, "")
                : Lists.numbers(9, 3).apply(request));

    assertThat(ids(list().stream().toList())).isEqualTo(Lists.upTo(9));
    assertThat(server.count()).isEqualTo(5);
  }

  @Test
  void moreWithoutAnythingIsAnError() {
    server.answer(request -> Lists.page(true));

    assertThatThrownBy(() -> list().stream().count())
        .isInstanceOf(PagingException.class)
        .hasMessage(
            "listCandidates stopped: the server reported more results but sent no new item");
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void moreAfterAnItemWithoutIdIsAnError() {
    server.answer(request -> Answer.of(200, "{\"data\":[{}],\"pagination\":{\"has_more\":true}}"));

    assertThatThrownBy(() -> list().stream().count()).isInstanceOf(PagingException.class);
  }

  @Test
  void aCursorThatRepeatsIsAnError() {
    server.answer(request -> Lists.page(true, "a"));

    assertThatThrownBy(() -> list().stream().count())
        .isInstanceOf(PagingException.class)
        .hasMessage(
            "listCandidates stopped: the server reported more results but sent no new item");
    assertThat(server.count()).isEqualTo(2);
  }

  @Test
  void aPageThatLeadsBackToTheStartIsAnError() {
    server.answer(request -> Lists.page(true, "a"));

    assertThatThrownBy(() -> list(q -> q.startingAfter("a")).stream().count())
        .isInstanceOf(PagingException.class);
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void goingInCirclesIsAnError() {
    server.answer(request -> Lists.page(true, "a".equals(Lists.cursor(request)) ? "b" : "a"));

    assertThatThrownBy(() -> list().stream().count()).isInstanceOf(PagingException.class);
    assertThat(server.count()).isEqualTo(3);
  }

  @Test
  void aCircleOfManyPagesIsFoundToo() {
    server.answer(
        request -> {
          String cursor = Lists.cursor(request);
          int next = cursor == null ? 1 : Integer.parseInt(cursor) + 1;
          return Lists.page(true, String.valueOf(next > 1000 ? 1 : next));
        });

    assertThatThrownBy(() -> list().stream().count()).isInstanceOf(PagingException.class);
    assertThat(server.count())
        .as("cursors of long ago are forgotten, and the circle is found all the same")
        .isBetween(1002, 4000);
  }

  @Test
  void aCircleThatDoesNotLeadBackToTheStartIsFoundToo() {
    server.answer(
        request -> {
          String cursor = Lists.cursor(request);
          int next = cursor == null ? 1 : Integer.parseInt(cursor) + 1;
          boolean more = server.count() < 5000; // or the test would not end
          return Lists.page(more, String.valueOf(next > 800 ? 400 : next));
        });

    assertThatThrownBy(() -> list().stream().count()).isInstanceOf(PagingException.class);
  }

  @Test
  void aPageThatEndsWhereTheWalkBeganIsAnError() {
    server.answer(request -> Lists.page(true, "b", "a"));

    assertThatThrownBy(() -> list(q -> q.startingAfter("a")).stream().count())
        .isInstanceOf(PagingException.class)
        .hasMessageEndingWith("sent no new cursor");
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void paginationThatDoesNotSayWhetherThereIsMoreIsAnError() {
    server.answer(
        request -> Answer.of(200, "{\"data\":[{\"interview_id\":\"a\"}],\"pagination\":{}}"));

    assertThatThrownBy(() -> list().stream().count())
        .isInstanceOf(PagingException.class)
        .hasMessage("listCandidates stopped: the server sent no has_more");
  }

  @Test
  void nothingFollowsTheLastItem() {
    server.answer(Lists.numbers(1, 3));
    Iterator<CandidateResponse> items = list().iterator();
    items.next();

    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("there are no more items");
  }

  @Test
  void aListThatDoesNotSayWhetherThereIsMoreIsAnError() {
    server.answer(request -> Answer.of(200, "{\"data\":[{\"interview_id\":\"a\"}]}"));

    assertThatThrownBy(() -> list().stream().count()).isInstanceOf(HeyMiloException.class);
  }

  private Pager<CandidateResponse> list() {
    return list(query -> {});
  }

  private Pager<CandidateResponse> list(Consumer<ListCandidatesParams> query) {
    return server.client().posting("P1").candidates().list(query);
  }

  private static List<String> ids(List<CandidateResponse> candidates) {
    return candidates.stream().map(CandidateResponse::getInterviewId).toList();
  }
}
