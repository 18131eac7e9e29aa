// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.postings.Posting;
import ai.heymilo.postings.Step;
import java.io.PrintStream;

/** Changes an interviewer: sets one thing, clears another, and leaves the rest as it is. */
public final class UpdateInterviewer {
  private UpdateInterviewer() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    PrintStream out = System.out;
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      run(out, server.client());
    }
  }

  static void run(PrintStream out, HeyMilo milo) {
    Posting posting =
        milo.postings()
            .create(
                "Java Engineer",
                p ->
                    p.description("Builds what our customers hire with.")
                        .redirectUrl("https://example.org/thanks")
                        .resume(step -> step.minEvaluationScore(0.5)))
            .handle();
    print(posting.get(), out);

    posting.update(p -> p.title("Staff Java Engineer").clearRedirectUrl());
    print(posting.get(), out);

    posting.step(Step.RESUME).update(config -> config.minEvaluationScore(0.7));
    print(posting.get(), out);
  }

  private static void print(PostingResponse posting, PrintStream out) {
    out.println(
        posting.getTitle()
            + ", then to "
            + posting.getRedirectUrl()
            + ", "
            + posting.getWorkflow().get(0).getConfig());
  }
}
