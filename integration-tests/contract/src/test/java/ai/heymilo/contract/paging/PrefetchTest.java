// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.paging.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading one page ahead while the caller works. */
@Timeout(30)
class PrefetchTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();
  private final Semaphore arrived = new Semaphore(0);

  @Test
  void onePageIsReadAheadAndNoMore() throws InterruptedException {
    server.answer(
        request -> {
          arrived.release();
          return Lists.numbers(9, 3).apply(request);
        });
    Pages<CandidateResponse> pages = prefetching();

    pages.next();
    assertThat(arrived.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
    assertThat(arrived.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
    pages.next();
    assertThat(arrived.tryAcquire(1, 10, TimeUnit.SECONDS)).isTrue();
    pages.next();

    assertThat(pages.hasNext()).isFalse();
    assertThat(server.requests()).extracting(Lists::cursor).containsExactly(null, "3", "6");
  }

  @Test
  void withoutItNoPageIsReadAhead() throws InterruptedException {
    server.answer(
        request -> {
          arrived.release();
          return Lists.numbers(9, 3).apply(request);
        });

    server.client().posting("P1").candidates().list().pages().next();

    assertThat(arrived.tryAcquire(2, 200, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void thePageAheadIsUnderWayWhileTheCallerWorks() throws InterruptedException {
    CountDownLatch secondArrived = new CountDownLatch(1);
    server.answer(
        request -> {
          if (request.number() == 2) {
            secondArrived.countDown();
          }
          return Lists.numbers(6, 3).apply(request);
        });
    Pages<CandidateResponse> pages = prefetching();

    pages.next();

    assertThat(secondArrived.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(pages.next().items()).hasSize(3);
    assertThat(server.count()).isEqualTo(2);
  }

  @Test
  void aPageAheadThatFailedIsAskedForAgain() {
    AtomicInteger failures = new AtomicInteger(3);
    server.answer(
        request ->
            "3".equals(Lists.cursor(request)) && failures.getAndDecrement() > 0
                ? Answer.of(500, "")
                : Lists.numbers(6, 3).apply(request));
    Pages<CandidateResponse> pages = prefetching();

    List<String> ids = new ArrayList<>();
    pages.next().items().forEach(c -> ids.add(c.getInterviewId()));
    assertThatThrownBy(pages::next).isInstanceOf(HeyMiloException.class);
    pages.next().items().forEach(c -> ids.add(c.getInterviewId()));

    assertThat(ids).isEqualTo(Lists.upTo(6));
  }

  @Test
  void anInterruptEndsTheWaitForThePageAhead() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    server.answer(
        request -> {
          if (request.number() == 2) {
            arrived.release();
            uninterrupted(over);
          }
          return Lists.numbers(6, 3).apply(request);
        });
    Pages<CandidateResponse> pages = prefetching();
    pages.next();
    assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

    Thread.currentThread().interrupt();
    assertThatThrownBy(pages::next).isInstanceOf(InterruptedCallException.class);
    assertThat(Thread.interrupted()).isTrue();
    over.countDown();

    assertThat(pages.next().items()).hasSize(3);
  }

  private Pages<CandidateResponse> prefetching() {
    return server.client().posting("P1").candidates().list().prefetch().pages();
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
