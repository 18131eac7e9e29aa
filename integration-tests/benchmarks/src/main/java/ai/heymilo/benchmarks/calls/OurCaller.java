// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.calls;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.transport.RateLimiter;
import java.util.concurrent.CompletableFuture;

/** The fluent client, with its limiter off unless it is given one. */
public final class OurCaller implements Caller {
  private final HeyMilo milo;

  OurCaller(String baseUrl) {
    this(baseUrl, RateLimiter.unlimited());
  }

  public OurCaller(String baseUrl, RateLimiter limiter) {
    milo = HeyMilo.builder().apiKey(KEY).baseUrl(baseUrl).rateLimiter(limiter).build();
  }

  @Override
  public Object getPosting() {
    return milo.posting("P_1").get();
  }

  @Override
  public CompletableFuture<?> getPostingAsync() {
    return milo.async().posting("P_1").get();
  }

  @Override
  public Object createPosting() {
    return milo.postings()
        .create(
            "Senior Java Engineer",
            posting ->
                posting
                    .description("Builds and runs services.")
                    .resume(step -> step.mandatory(true).eligibility("May work in the EU"))
                    .form(step -> step.dropdown("Preferred office?", "Berlin", "Remote")));
  }

  @Override
  public Object listCandidates() {
    return milo.posting("P_1").candidates().list(query -> query.limit(100)).pages().next();
  }

  @Override
  public int status(Exception failure) {
    return ((HeyMiloException) failure).status();
  }

  @Override
  public void close() {
    milo.close();
  }
}
