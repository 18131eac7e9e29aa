// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.testkit.EndOfCalls;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.PagingException;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.paging.AsyncPager;
import ai.heymilo.paging.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walking through a list without waiting. */
@Timeout(60)
class AsyncPagerTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();
  private final List<String> ids = Collections.synchronizedList(new ArrayList<>());

  @Test
  void everyItemIsHandedOverOnceInOrder() {
    server.answer(Lists.numbers(7, 3));

    list().forEach(candidate -> ids.add(candidate.getInterviewId())).join();

    assertThat(ids).isEqualTo(Lists.upTo(7));
    assertThat(server.count()).isEqualTo(3);
  }

  @Test
  void nothingIsAskedForBeforeTheFirstUse() {
    list();

    assertThat(server.count()).isZero();
  }

  @Test
  void theNextPageIsNotAskedForBeforeTheCallerIsDoneWithTheLast() throws InterruptedException {
    server.answer(Lists.numbers(9, 3));
    LinkedBlockingQueue<CompletableFuture<Void>> work = new LinkedBlockingQueue<>();

    CompletableFuture<Void> walk =
        list()
            .forEachPage(
                page -> {
                  CompletableFuture<Void> done = new CompletableFuture<>();
                  work.add(done);
                  return done;
                });

    for (int page = 1; page <= 3; page++) {
      CompletableFuture<Void> done = work.poll(10, TimeUnit.SECONDS);
      assertThat(done).isNotNull();
      assertThat(work.poll(100, TimeUnit.MILLISECONDS)).isNull();
      assertThat(server.count()).isEqualTo(page);
      assertThat(walk).isNotDone();
      done.complete(null);
    }
    walk.join();
  }

  @Test
  void itStopsWhenTheCallerHasEnough() {
    server.answer(Lists.numbers(9, 3));

    list()
        .forEachWhile(
            candidate -> {
              ids.add(candidate.getInterviewId());
              return ids.size() < 5;
            })
        .join();

    assertThat(ids).isEqualTo(Lists.upTo(5));
    assertThat(server.count()).isEqualTo(2);
  }

  @Test
  void theFirstPageLeadsOn() {
    server.answer(Lists.numbers(7, 3));

    Page<CandidateResponse> first = list().firstPage().join();
    server
        .client()
        .async()
        .posting("P1")
        .candidates()
        .list(q -> q.startingAfter(first.nextCursor()))
        .forEach(candidate -> ids.add(candidate.getInterviewId()))
        .join();

    assertThat(ids).containsExactly("4", "5", "6", "7");
  }

  @Test
  void cancellingCancelsTheRequestUnderWayAndAsksForNoMore() throws InterruptedException {
    Semaphore arrived = new Semaphore(0);
    CountDownLatch over = new CountDownLatch(1);
    EndOfCalls calls = new EndOfCalls();
    HeyMilo milo = server.builder().listener(calls).build();
    server.answer(
        request -> {
          if (request.number() == 2) {
            arrived.release();
            uninterrupted(over);
          }
          return Lists.numbers(9, 3).apply(request);
        });

    CompletableFuture<Void> walk =
        milo.async()
            .posting("P1")
            .candidates()
            .list()
            .forEach(candidate -> ids.add(candidate.getInterviewId()));
    assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    walk.cancel(true);

    assertThatThrownBy(walk::join).isInstanceOf(CancellationException.class);
    assertThat(calls.failuresOf(2)).singleElement().isInstanceOf(CancellationException.class);
    over.countDown();
    milo.posting("P1").candidates().list().pages().next(); // the next in line
    assertThat(ids).isEqualTo(Lists.upTo(3));
    assertThat(server.count()).isEqualTo(3);
    milo.close();
  }

  @Test
  void endingTheWalkFromOutsideStopsItAsWell() throws InterruptedException {
    server.answer(Lists.numbers(9, 3));
    CountDownLatch handedOver = new CountDownLatch(1);
    CompletableFuture<Void> never = new CompletableFuture<>();
    CompletableFuture<Void> walk =
        list()
            .forEachPage(
                page -> {
                  handedOver.countDown();
                  return never;
                });

    handedOver.await();
    walk.completeExceptionally(new TimeoutException("of the caller's"));

    assertThatThrownBy(walk::join).isInstanceOf(CompletionException.class);
    assertThatThrownBy(() -> never.get(1, TimeUnit.MINUTES))
        .isInstanceOf(CancellationException.class);
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void whatTheCallerThrowsEndsTheWalk() {
    server.answer(Lists.numbers(9, 3));

    CompletableFuture<Void> walk =
        list()
            .forEach(
                candidate -> {
                  if (candidate.getInterviewId().equals("5")) {
                    throw new AssertionError("enough");
                  }
                });

    assertThatThrownBy(walk::join).hasCauseInstanceOf(AssertionError.class);
    assertThat(server.count()).isEqualTo(2);
  }

  @Test
  void aFailedPageEndsTheWalkWithItsFailure() {
    server.answer(
        request ->
            "3".equals(Lists.cursor(request))
                ? Answer.of(404, "")
                : Lists.numbers(9, 3).apply(request));

    CompletableFuture<Void> walk = list().forEach(c -> ids.add(c.getInterviewId()));

    assertThatThrownBy(walk::join).hasCauseInstanceOf(ai.heymilo.errors.NotFoundException.class);
    assertThat(ids).isEqualTo(Lists.upTo(3));
  }

  @Test
  void goingInCirclesIsAnError() {
    server.answer(request -> Lists.page(true, "a".equals(Lists.cursor(request)) ? "b" : "a"));

    assertThatThrownBy(() -> list().forEach(candidate -> {}).join())
        .hasCauseInstanceOf(PagingException.class);
    assertThat(server.count()).isEqualTo(3);
  }

  @Test
  void twoThousandPagesDoNotOverflowTheStack() {
    server.forgetful();
    server.answer(Lists.numbers(2000, 1));
    AtomicInteger items = new AtomicInteger();
    AtomicInteger deepest = new AtomicInteger();

    list()
        .forEach(
            candidate -> {
              items.incrementAndGet();
              deepest.accumulateAndGet(new Throwable().getStackTrace().length, Math::max);
            })
        .join();

    assertThat(items).hasValue(2000);
    assertThat(deepest.get()).isLessThan(200);
  }

  private AsyncPager<CandidateResponse> list() {
    return server.client().async().posting("P1").candidates().list();
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
