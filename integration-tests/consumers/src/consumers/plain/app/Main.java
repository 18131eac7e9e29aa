// SPDX-License-Identifier: Apache-2.0
package app;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.postings.CreatedPosting;
import ai.heymilo.postings.Step;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.util.List;
import java.util.stream.Collectors;

/** What an application does: writes and reads of every kind. Says what it saw. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    try (HeyMilo milo = HeyMilo.fromEnv()) {
      System.out.println("jackson " + PackageVersion.VERSION);
      CreatedPosting created =
          milo.postings()
              .create(
                  "Senior Java Engineer \uD83D\uDE80",
                  posting ->
                      posting
                          .resume(step -> step.mandatory(true).eligibility("May work in the EU"))
                          .conversationalSms(step -> step.ask("Can you start within 30 days?"))
                          .webInterview(step -> step.ask("Walk us through an outage you owned."))
                          .form(step -> step.dropdown("Preferred office?", "Berlin", "Remote")));
      created.activate();
      String id = created.id();
      milo.posting(id).update(posting -> posting.clearRedirectUrl().language("de"));
      milo.posting(id).step(Step.RESUME).update(config -> config.minEvaluationScore(0.7));
      System.out.println("title " + milo.posting(id).get().getTitle().codePoints().count());
      IngestReport report =
          milo.posting(id)
              .candidates()
              .ingestAll(
                  List.of(
                      Candidate.of("Ada Lovelace", "ada@example.org"),
                      Candidate.of("Alan Turing", "alan@example.org")));
      System.out.println("accepted " + report.accepted().size());
      System.out.println(
          "listed "
              + milo.posting(id).candidates().list(query -> query.limit(1)).stream()
                  .map(candidate -> candidate.getInterviewId())
                  .collect(Collectors.toSet())
                  .size());
      System.out.println("waited for " + milo.async().posting(id).get().join().getLanguage());
      try {
        milo.posting("unknown").get();
      } catch (NotFoundException e) {
        System.out.println("refused " + e.status());
      }
    }
  }
}
