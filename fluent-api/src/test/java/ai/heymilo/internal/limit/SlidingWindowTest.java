// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import static ai.heymilo.transport.RateLimiter.Priority.BULK;
import static ai.heymilo.transport.RateLimiter.Priority.INTERACTIVE;
import static ai.heymilo.transport.RateLimiter.Priority.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.testkit.FakeTime;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RateLimiter.Permit;
import ai.heymilo.transport.RateLimiter.Priority;
import ai.heymilo.transport.RateLimiter.WaitTooLongException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("FutureReturnValueIgnored") // slots that nobody gives back
class SlidingWindowTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final FakeTime time = FakeTime.manual();
  private final SlidingWindow limiter = new SlidingWindow(3, Duration.ofMinutes(1), time);

  @Test
  void asManyAsTheLimitGoAtOnceAndNoMore() {
    assertThat(List.of(ask(), ask(), ask())).allMatch(CompletableFuture::isDone);
    assertThat(ask()).isNotDone();
  }

  @Test
  void aSlotIsFreeOneWindowAfterCompletionNotAfterSending() {
    Permit first = ask().join();
    ask();
    ask();
    CompletableFuture<Permit> fourth = ask();
    time.advance(Duration.ofSeconds(10));
    first.completed(200, null);

    time.advance(Duration.ofMillis(59_999));
    assertThat(fourth).isNotDone();
    time.advance(Duration.ofMillis(1));
    assertThat(fourth).isDone();
  }

  @Test
  void whatIsUnderWayHoldsItsSlotHoweverLongItTakes() {
    ask();
    ask();
    ask();
    CompletableFuture<Permit> fourth = ask();
    time.advance(Duration.ofMinutes(30));

    assertThat(fourth).isNotDone();
  }

  @Test
  void anUnusedPermitIsFreeAtOnce() {
    Permit first = ask().join();
    ask();
    ask();
    CompletableFuture<Permit> fourth = ask();
    first.unused();

    assertThat(fourth).isDone();
  }

  @Test
  void aPermitIsGivenBackOnce() {
    Permit first = ask().join();
    ask();
    ask();
    first.unused();
    first.unused();
    first.completed(200, null);

    assertThat(limiter.quota().remaining()).isEqualTo(1);
  }

  @Test
  void equalsAreServedInOrderOfArrival() {
    List<CompletableFuture<Permit>> waiting = fullThenWaiting(NORMAL, NORMAL, NORMAL);
    time.advance(Duration.ofMinutes(1));
    assertThat(waiting).allMatch(CompletableFuture::isDone);

    List<String> order = new ArrayList<>();
    waiting.get(0).join().completed(200, null);
    time.advance(Duration.ofSeconds(1));
    waiting.get(1).join().completed(200, null);
    CompletableFuture<Void> early = ask().thenAccept(p -> order.add("early"));
    CompletableFuture<Void> late = ask().thenAccept(p -> order.add("late"));
    time.advance(Duration.ofSeconds(59));
    assertThat(order).containsExactly("early");
    time.advance(Duration.ofSeconds(1));
    assertThat(order).containsExactly("early", "late");
    assertThat(early).isDone();
    assertThat(late).isDone();
  }

  @Test
  void aPersonGoesBeforeABulkLoad() {
    List<String> order = new ArrayList<>();
    List<Permit> permits = List.of(ask().join(), ask().join(), ask().join());
    for (Priority priority : List.of(BULK, NORMAL, BULK, INTERACTIVE)) {
      CompletableFuture<Void> asked =
          limiter.acquire(priority, LONG).thenAccept(p -> order.add(priority.name()));
      assertThat(asked).isNotDone();
    }
    for (Permit permit : permits) {
      permit.completed(200, null);
      time.advance(Duration.ofSeconds(1));
    }
    time.advance(Duration.ofSeconds(57));
    assertThat(order).containsExactly("INTERACTIVE");
    time.advance(Duration.ofSeconds(1));
    assertThat(order).containsExactly("INTERACTIVE", "NORMAL");
    time.advance(Duration.ofSeconds(1));
    assertThat(order).containsExactly("INTERACTIVE", "NORMAL", "BULK");
  }

  @Test
  void aWaitThatCannotFitIsRefusedAtOnce() {
    full();
    assertThat(limiter.acquire(NORMAL, Duration.ofMinutes(1))).isNotDone();
    CompletableFuture<Permit> refused = limiter.acquire(NORMAL, Duration.ofMillis(59_999));

    assertThat(refused).isCompletedExceptionally();
    assertThatThrownBy(refused::join)
        .cause()
        .isInstanceOfSatisfying(
            WaitTooLongException.class,
            e -> assertThat(e.neededWait()).isEqualTo(Duration.ofMinutes(1)));
  }

  @Test
  void thoseAheadAreReckonedWith() {
    full();
    List.of(ask(), ask(), ask()).forEach(asked -> assertThat(asked).isNotDone());

    assertThat(limiter.acquire(NORMAL, Duration.ofSeconds(119))).isCompletedExceptionally();
    assertThat(limiter.acquire(INTERACTIVE, Duration.ofSeconds(119))).isNotDone();
  }

  @Test
  void aWaitThatTurnsOutTooLongEndsInTime() {
    ask();
    ask();
    ask(); // all under way, so nobody knows when the first will be free
    CompletableFuture<Permit> waiting = limiter.acquire(NORMAL, Duration.ofSeconds(90));
    time.advance(Duration.ofSeconds(89));
    assertThat(waiting).isNotDone();
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(waiting::join).hasCauseInstanceOf(WaitTooLongException.class);
    assertThat(limiter.quota().waiting()).isZero();
  }

  @Test
  void whoGivesUpLosesNoSlot() {
    full();
    CompletableFuture<Permit> quitter = ask();
    CompletableFuture<Permit> stayer = ask();
    quitter.cancel(true);
    assertThat(limiter.quota().waiting()).isEqualTo(1);
    time.advance(Duration.ofMinutes(1));

    assertThat(stayer).isDone();
    assertThat(limiter.quota().remaining()).isEqualTo(2);
  }

  @Test
  void theQuotaIsWhatIsLeftAndWhenThereIsMore() {
    assertThat(limiter.quota()).hasToString("QuotaStatus[3 of 3 left, next in PT0S, 0 waiting]");
    ask().join().completed(200, null);
    time.advance(Duration.ofSeconds(20));
    ask();
    ask();
    assertThat(limiter.quota()).hasToString("QuotaStatus[0 of 3 left, next in PT40S, 0 waiting]");
    CompletableFuture<Permit> waiting = ask();
    assertThat(limiter.quota().waiting()).isEqualTo(1);
    assertThat(waiting).isNotDone();
  }

  @Test
  void itTakesLessAfterA429AndRecovers() {
    SlidingWindow hundred = new SlidingWindow(100, Duration.ofMinutes(1), time);
    hundred.acquire(NORMAL, LONG).join().completed(429, null);
    assertThat(hundred.quota().limit()).isEqualTo(75);
    time.advance(Duration.ofSeconds(59));
    assertThat(hundred.quota().limit()).isEqualTo(75);
    time.advance(Duration.ofSeconds(1));
    assertThat(hundred.quota().limit()).isEqualTo(80);
    time.advance(Duration.ofMinutes(10));
    assertThat(hundred.quota().limit()).isEqualTo(100);
  }

  @Test
  void refusalsOfRequestsThatWereUnderWayTogetherCountOnce() {
    SlidingWindow hundred = new SlidingWindow(100, Duration.ofMinutes(1), time);
    List<Permit> together = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      together.add(hundred.acquire(NORMAL, LONG).join());
    }
    time.advance(Duration.ofSeconds(1));
    together.forEach(permit -> permit.completed(429, null));
    assertThat(hundred.quota().limit()).isEqualTo(75);
    time.advance(Duration.ofSeconds(1));
    hundred.acquire(NORMAL, LONG).join().completed(429, null);
    assertThat(hundred.quota().limit()).isEqualTo(56);
  }

  @Test
  void itNeverTakesNothing() {
    for (int i = 0; i < 50; i++) {
      time.advance(Duration.ofMillis(10));
      Permit permit = limiter.acquire(NORMAL, LONG).getNow(null);
      if (permit != null) {
        permit.completed(429, null);
      }
    }

    assertThat(limiter.quota().limit()).isEqualTo(1);
  }

  @Test
  void withoutALimitNobodyWaits() {
    for (int i = 0; i < 1000; i++) {
      assertThat(RateLimiter.unlimited().acquire(BULK, Duration.ZERO)).isDone();
    }
    assertThat(RateLimiter.unlimited().quota().remaining()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void theStandardIsThePublishedLimit() {
    assertThat(RateLimiter.standard()).hasToString("RateLimiter[300 per PT1M]");
    assertThat(RateLimiter.standard().quota().remaining()).isEqualTo(300);
  }

  @Test
  void aLimitMustBeMoreThanZero() {
    assertThatThrownBy(() -> RateLimiter.slidingWindow(0, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requests must be 1 or more, was 0");
    assertThatThrownBy(() -> RateLimiter.slidingWindow(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theQuotaIsFreeAgainWithoutACall() {
    full();
    assertThat(limiter.quota().remaining()).isZero();
    time.advance(Duration.ofMinutes(1));

    assertThat(limiter.quota().remaining()).isEqualTo(3);
    assertThat(limiter.quota().nextFree()).isZero();
  }

  @Test
  void whileCallsWaitNothingRemains() {
    fullThenWaiting(NORMAL, NORMAL);

    assertThat(limiter.quota().remaining()).isZero();
    assertThat(limiter.quota().waiting()).isEqualTo(2);
  }

  /**
   * A 429 lowers the limit from eight to six, so the first two slots that come back stay unused.
   */
  @Test
  void afterA429TheNextCallWaitsForTheSlotsThatAreTooMany() {
    SlidingWindow eight = new SlidingWindow(8, Duration.ofMinutes(1), time);
    List<Permit> permits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      permits.add(eight.acquire(NORMAL, LONG).join());
    }
    for (int i = 0; i < 8; i++) {
      time.advance(Duration.ofSeconds(1));
      permits.get(i).completed(i == 0 ? 429 : 200, null);
    }
    assertThat(eight.quota().limit()).isEqualTo(6);
    assertThat(eight.quota().nextFree()).isEqualTo(Duration.ofSeconds(55)); // the third
    eight.acquire(NORMAL, LONG);
    assertThat(eight.quota().nextFree()).isEqualTo(Duration.ofSeconds(56)); // the one after it
  }

  @Test
  void anotherHasTheSameSettingsAndSlotsOfItsOwn() {
    full();
    SlidingWindow another = limiter.another();

    assertThat(another).hasToString(limiter.toString());
    assertThat(another.quota().remaining()).isEqualTo(3);
  }

  private CompletableFuture<Permit> ask() {
    return limiter.acquire(NORMAL, LONG);
  }

  private void full() {
    List.of(ask(), ask(), ask()).forEach(asked -> asked.join().completed(200, null));
  }

  private List<CompletableFuture<Permit>> fullThenWaiting(Priority... priorities) {
    full();
    List<CompletableFuture<Permit>> waiting = new ArrayList<>();
    for (Priority priority : priorities) {
      waiting.add(limiter.acquire(priority, LONG));
    }
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    return waiting;
  }

  @ParameterizedTest
  @EnumSource(Priority.class)
  @Tag("slow")
  void queueingTenTimesAsManyTakesTenTimesAsLong(Priority priority) {
    queue(4_000, priority); // warm
    long few = Math.max(queue(4_000, priority), queue(4_000, priority));
    long many = Math.min(queue(40_000, priority), queue(40_000, priority));

    assertThat(many).isLessThan(40 * few); // 100 times, if each looked at all before it
  }

  /** Queues as many, lets every other one leave, and returns the time on a processor it took. */
  private static long queue(int count, Priority priority) {
    SlidingWindow limiter = new SlidingWindow(1, Duration.ofMillis(1), FakeTime.manual());
    List<CompletableFuture<?>> permits = new ArrayList<>(count);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      permits.add(limiter.acquire(priority, Duration.ofDays(1)));
    }
    for (int i = 1; i < count; i += 2) {
      permits.get(i).cancel(false);
    }
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertThat(limiter.quota().waiting()).isEqualTo(count / 2 - 1);
    return took;
  }
}
