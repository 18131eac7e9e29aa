// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.sandbox.HeyMiloSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs each example on a sandbox and looks at what it prints. */
class ExamplesTest {
  private final HeyMiloSandbox sandbox =
      HeyMiloSandbox.builder().startingAt(Instant.now().minus(Duration.ofDays(20))).start();
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
  void aSyncBringsWhatIsNewAndTheCompletionOfAnOldCandidate() throws SQLException {
    String id = activePosting();
    JdbcConnectionPool database = database("sync");
    String old = milo.posting(id).candidates().ingest("A", "a@example.org").getInterviewId();
    sandbox.advance(Duration.ofDays(10));
    String recent = milo.posting(id).candidates().ingest("B", "b@example.org").getInterviewId();
    SyncCandidates.run(out, milo, id, database);
    SyncCandidates.run(out, milo, id, database);

    sandbox.candidate(old).complete(80);
    SyncCandidates.run(out, milo, id, database);

    assertThat(lines())
        .containsExactly(
            "  " + recent + " pending",
            "  " + old + " pending",
            "2 candidates are new or have changed",
            "0 candidates are new or have changed",
            "  " + old + " completed",
            "1 candidates are new or have changed");
    assertThat(stored(database, "select status from candidate order by name"))
        .containsExactly("completed", "pending");
    database.dispose();
  }

  @Test
  void aFileIsIngestedAndEachRowAccountedFor() throws IOException {
    String id = activePosting();
    List<String> rows =
        IntStream.rangeClosed(1, 120)
            .mapToObj(i -> i + ",\"Name,\n" + i + "\",c" + i + "@example.org,")
            .collect(Collectors.toList());
    rows.add(0, "\uFEFFid,name,email,phone");
    rows.add("121,Again,C1@example.org,");
    rows.add("122,No phone,p@example.org,030 1234");
    Path file = Files.write(folder.resolve("candidates.csv"), rows);
    sandbox.faults().on("ingestCandidatesBulk").after(1).applyAndDrop(1);

    IngestCsv.run(out, milo, id, file);

    assertThat(lines())
        .contains(
            "122 candidates: 120 accepted, 2 rejected, 0 unknown",
            "  row 121: DUPLICATE, an earlier input has the same e-mail address",
            "  row 122: INVALID, phone_number must be a phone number in E.164 format, such as"
                + " +4930123456")
        .anyMatch(line -> line.matches("### 122, \\d+/s"));
    assertThat(sandbox).received("ingestCandidatesBulk").times(2);
    assertThat(sandbox)
        .received("ingestCandidatesBulk")
        .withJson("$.data[0].name", "Name,\n1")
        .withJson("$.data[0].metadata.external_id", "1");

    IngestReport again = IngestCsv.run(out, milo, id, file);

    assertThat(again.accepted()).hasSize(120);
    assertThat(sandbox).received("ingestCandidatesBulk").times(2);
  }

  @Test
  void semicolonsAreSeenAndMissingColumnsNamed() throws IOException {
    String id = activePosting();
    Path file = folder.resolve("candidates.csv");

    Files.writeString(file, "name;email;id\r\n\"Hopper; Grace\";g@example.org;7\r\n");
    assertThat(IngestCsv.run(out, milo, id, file).idsBy("external_id")).containsOnlyKeys("7");

    Files.writeString(file, "\uFEFFname;mail\nA;a@example.org\n");
    assertThatThrownBy(() -> IngestCsv.run(out, milo, id, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("candidates.csv has no column id, email: name;mail");

    Files.writeString(file, "external-id,name,\"email\"\n7,A,a@example.org\n");
    assertThatThrownBy(() -> IngestCsv.run(out, milo, id, file))
        .hasMessageStartingWith("candidates.csv has no column id: ");
  }

  @Test
  void aJournalInADatabaseIsLockedAndSurvives() throws SQLException {
    String id = activePosting();
    JdbcConnectionPool database = database("journal");
    List<Candidate> input =
        List.of(Candidate.of("A", "a@example.org"), Candidate.of("B", "b@example.org"));
    sandbox.faults().on("ingestCandidatesBulk").after(1).applyAndDrop(1);
    Consumer<IngestOptions> options =
        o -> o.batchSize(1).settleAfter(Duration.ZERO).journal(journal(database));
    assertThat(milo.posting(id).candidates().ingestAll(input, options).unknown()).hasSize(1);

    IngestReport again =
        milo.posting(id)
            .candidates()
            .ingestAll(
                input,
                options.andThen(
                    o ->
                        o.onOutcome(
                            outcome ->
                                assertThatThrownBy(() -> journal(database).open(record -> {}))
                                    .isInstanceOf(SQLException.class))));

    assertThat(again.accepted())
        .extracting(IngestOutcome::matchedBy)
        .containsExactly(MatchedBy.JOURNAL, MatchedBy.LISTING);
    assertThat(sandbox).received("ingestCandidatesBulk").times(2);
    assertThat(stored(database, "select record from ingest_record")).hasSize(5);
    database.dispose();
  }

  private static JdbcJournal journal(DataSource database) {
    try {
      return new JdbcJournal(database, "spring import");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JdbcConnectionPool database(String name) {
    return JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";LOCK_TIMEOUT=50", "sa", "");
  }

  private static List<String> stored(DataSource database, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
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
