// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.postings.CreatedPosting;
import java.io.PrintStream;

/**
 * Creates an interviewer from a template. One that comes from an applicant tracking system stays a
 * draft, to be looked at, until it is activated.
 */
public final class FromTemplate {
  private FromTemplate() {}

  /**
   * Runs the example.
   *
   * @param args the template's id; {@code IT_demo_ats} of the sandbox if there is none
   */
  public static void main(String[] args) {
    PrintStream out = System.out;
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      run(out, server.client(), args.length > 0 ? args[0] : "IT_demo_ats");
    }
  }

  static void run(PrintStream out, HeyMilo milo, String templateId) {
    CreatedPosting created =
        milo.postings()
            .createFromTemplate(
                "Java Engineer, Berlin",
                templateId,
                posting -> posting.language("de").metadata("region", "EMEA"));
    out.println("Created " + created.id() + ", status " + created.status());

    if (created.pendingActivation()) {
      out.println("It waits for its second step: look at it, then activate it");
      PostingResponse posting = created.activate();
      out.println("Activated, status " + posting.getStatus());
    }
  }
}
