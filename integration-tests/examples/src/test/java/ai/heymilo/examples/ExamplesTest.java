// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs each example on a sandbox and looks at what it prints. */
class ExamplesTest {
  private final HeyMiloSandbox sandbox =
      HeyMiloSandbox.builder().startingAt(Instant.parse("2026-03-13T12:00:00Z")).start();
  private final HeyMilo milo =
      HeyMilo.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @AfterEach
  void close() {
    milo.close();
    sandbox.close();
  }

  @Test
  void theQuickStartPrintsFourStepsAndQuestionsOfEveryModality() {
    QuickStart.run(out);

    List<String> created =
        lines().stream()
            .dropWhile(line -> !line.startsWith("Creating"))
            .takeWhile(line -> !line.startsWith("  created"))
            .toList();
    assertThat(created).contains("  resume", "  conversational_sms", "  web_interview", "  form");
    List<String> questions =
        created.stream().filter(line -> line.startsWith("    ")).map(String::strip).toList();
    assertThat(questions).hasSizeGreaterThanOrEqualTo(7);
    assertThat(questions)
        .extracting(line -> line.replaceFirst(":.*", ""))
        .contains("voice", "sms", "form", "resume_eligibility", "resume_scoring", "voice_tags");
    assertThat(lines())
        .anyMatch(line -> line.matches("  created .+, status draft"))
        .contains("  status        active")
        .anyMatch(line -> line.startsWith("    1. resume"))
        .anyMatch(line -> line.startsWith("    2. conversational_sms"))
        .anyMatch(line -> line.startsWith("    3. web_interview"))
        .anyMatch(line -> line.startsWith("    4. form"));
  }

  @Test
  void anInterviewerFromAnAtsTemplateIsActivatedInASecondStep() {
    sandbox.atsTemplate("IT_1");

    FromTemplate.run(out, milo, "IT_1");

    assertThat(lines()).hasSize(3).last().isEqualTo("Activated, status active");
    assertThat(sandbox).receivedExactly("createPosting", "activatePosting");
    assertThat(sandbox)
        .received("createPosting")
        .withBody(
            "{\"title\":\"Java Engineer, Berlin\",\"interview_template_id\":\"IT_1\","
                + "\"language\":\"de\",\"metadata\":{\"region\":\"EMEA\"}}");
  }

  @Test
  void anInterviewerFromAnotherTemplateNeedsNoSecondStep() {
    sandbox.template("IT_1");

    FromTemplate.run(out, milo, "IT_1");

    assertThat(lines()).hasSize(1);
    assertThat(sandbox).didNotReceive("activatePosting");
  }

  @Test
  void anUpdateSetsAndClearsAndLeavesTheRest() {
    UpdateInterviewer.run(out, milo);

    assertThat(lines())
        .containsExactly(
            "Java Engineer, then to https://example.org/thanks, {min_evaluation_score=0.5}",
            "Staff Java Engineer, then to null, {min_evaluation_score=0.5}",
            "Staff Java Engineer, then to null, {min_evaluation_score=0.7}");
    assertThat(sandbox)
        .received("updatePosting")
        .withBody("{\"title\":\"Staff Java Engineer\",\"redirect_url\":null}");
  }

  @Test
  void aSyncBringsWhatIsNewSinceTheLast() throws IOException {
    String id = activePosting();
    Path file = folder.resolve("sync");
    milo.posting(id).candidates().ingest("A", "a@example.org");
    sandbox.advance(Duration.ofMinutes(1));
    milo.posting(id).candidates().ingest("B", "b@example.org");

    SyncCandidates.run(out, milo, id, file);
    sandbox.advance(Duration.ofMinutes(1));
    milo.posting(id).candidates().ingest("C", "c@example.org");
    SyncCandidates.run(out, milo, id, file);

    assertThat(lines().stream().filter(line -> line.contains("since")))
        .containsExactly(
            "2 candidates since 1970-01-01T00:00:00Z, the next run starts at 2026-03-13T12:01:00Z",
            "2 candidates since 2026-03-13T12:01:00Z, the next run starts at 2026-03-13T12:02:00Z");
    assertThat(sandbox)
        .received("listCandidates")
        .withQuery("created_after", "2026-03-13T12:01:00Z")
        .times(1);
  }

  @Test
  void aFileIsTakenInAndEachLineAccountedFor() throws IOException {
    String id = activePosting();
    List<String> lines =
        IntStream.rangeClosed(1, 120)
            .mapToObj(i -> i + ",\"Name, " + i + "\",c" + i + "@example.org,")
            .collect(Collectors.toList());
    lines.add(0, "id,name,email,phone");
    lines.add("121,Again,C1@example.org,");
    lines.add("122,No phone,p@example.org,030 1234");
    Path file = Files.write(folder.resolve("candidates.csv"), lines);
    sandbox.faults().on("ingestCandidatesBulk").after(1).applyAndDrop(1);

    IngestCsv.run(out, milo, id, file);

    assertThat(lines())
        .contains(
            "122 candidates: 70 accepted, 2 rejected, 50 unknown",
            "after looking up: 122 candidates: 120 accepted, 2 rejected, 0 unknown",
            "  line 122: DUPLICATE, email was given by an earlier input already",
            "  line 123: INVALID, phone_number must be a phone number in E.164 format, such as"
                + " +4930123456")
        .anyMatch(line -> line.matches("### 122, \\d+/s"));
    assertThat(sandbox).received("ingestCandidatesBulk").times(3);
    assertThat(sandbox)
        .received("ingestCandidatesBulk")
        .withJson("$.data[0].name", "Name, 1")
        .withJson("$.data[0].metadata.external_id", "1");
  }

  @Test
  void fieldsMayBeQuoted() {
    assertThat(Csv.fields("1,\"a, \"\"b\"\"\",,c")).containsExactly("1", "a, \"b\"", "", "c");
  }

  @Test
  void candidatesOfAllInterviewersAreCountedAtOnce() {
    for (String title : List.of("First", "Second")) {
      String id = milo.postings().create(title, p -> p.form(step -> {})).id();
      milo.posting(id).activate();
      milo.posting(id).candidates().ingest("A", "a@example.org");
      sandbox
          .candidate(milo.posting(id).candidates().ingest("B", "b@example.org").getInterviewId())
          .complete(80);
    }

    FanOut.run(out, milo);

    assertThat(lines())
        .containsExactlyInAnyOrder(
            "First: {completed=1, pending=1}", "Second: {completed=1, pending=1}");
  }

  private String activePosting() {
    String id = milo.postings().create("Java Engineer", p -> p.resume(step -> {})).id();
    milo.posting(id).activate();
    return id;
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
