// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks whether the API answers, by listing one posting ({@code listPostings}): the API has no
 * operation that costs less. While the client's own quota is used up, the answer is unknown.
 *
 * @param status as the actuator names it
 * @param details what is known beside the status
 */
record ClientHealth(String status, Map<String, Object> details) {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  /** Never throws, so that other health indicators are not affected. */
  static ClientHealth of(HeyMilo milo) {
    Map<String, Object> details = new LinkedHashMap<>();
    String status = "UP";
    try {
      milo.withOptions(
              options ->
                  options.callTimeout(CALL_TIMEOUT).priority(RateLimiter.Priority.INTERACTIVE))
          .postings()
          .list(query -> query.limit(1))
          .pages()
          .next();
    } catch (RuntimeException | LinkageError e) {
      status = e instanceof CallTimeoutException && requestsLeft(milo) == 0 ? "UNKNOWN" : "DOWN";
      details.put("error", e.getClass().getSimpleName());
      if (e instanceof HeyMiloException failure && failure.status() > 0) {
        details.put("status", failure.status());
      }
    }
    details.put("specVersion", HeyMilo.specVersion());
    int left = requestsLeft(milo);
    if (left >= 0) {
      details.put("requestsLeft", left);
    }
    return new ClientHealth(status, details);
  }

  /** Returns -1 where a limiter cannot tell. */
  private static int requestsLeft(HeyMilo milo) {
    try {
      return milo.quota().remaining();
    } catch (RuntimeException | LinkageError e) {
      return -1;
    }
  }
}
