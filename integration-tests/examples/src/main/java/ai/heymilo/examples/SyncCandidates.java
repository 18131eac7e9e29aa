// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.CandidateChanges;
import ai.heymilo.generated.model.CandidateResponse;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a table of a posting's candidates up to date: those that are new, and those whose status
 * has changed, however long ago they were invited. The candidates and the state of the sync are
 * stored in one transaction, so that a run that fails is repeated by the next.
 */
public final class SyncCandidates {
  private SyncCandidates() {}

  /**
   * Runs the example twice for the first posting that there is.
   *
   * @param args the URL of an H2 database; one in memory if there is none
   * @throws SQLException if the database fails
   */
  public static void main(String[] args) throws SQLException {
    String url = args.length > 0 ? args[0] : "jdbc:h2:mem:sync;DB_CLOSE_DELAY=-1";
    JdbcConnectionPool database = JdbcConnectionPool.create(url, "sa", "");
    PrintStream out = System.out;
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      String posting = server.client().postings().list().iterator().next().getId();
      run(out, server.client(), posting, database);
      run(out, server.client(), posting, database);
    } finally {
      database.dispose();
    }
  }

  static void run(PrintStream out, HeyMilo milo, String postingId, DataSource database)
      throws SQLException {
    try (Connection connection = database.getConnection();
        Statement create = connection.createStatement()) {
      create.execute(
          "create table if not exists candidate (interview_id varchar(100) primary key,"
              + " name varchar(500), status varchar(50), score double precision)");
      create.execute(
          "create table if not exists sync (posting_id varchar(100) primary key, state clob)");
      connection.setAutoCommit(false);

      CandidateChanges changes =
          milo.posting(postingId).candidates().changes(state(connection, postingId), o -> {});
      int count = 0;
      for (CandidateResponse candidate : changes) {
        out.println("  " + candidate.getInterviewId() + " " + candidate.getStatus());
        execute(
            connection,
            "merge into candidate key (interview_id) values (?, ?, ?, ?)",
            candidate.getInterviewId(),
            candidate.getName(),
            candidate.getStatus().getValue(),
            candidate.getScore());
        count++;
      }
      execute(
          connection, "merge into sync key (posting_id) values (?, ?)", postingId, changes.state());
      connection.commit();
      out.println(count + " candidates are new or have changed");
    }
  }

  private static String state(Connection connection, String postingId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select state from sync where posting_id = ?")) {
      select.setString(1, postingId);
      ResultSet row = select.executeQuery();
      return row.next() ? row.getString(1) : "";
    }
  }

  private static void execute(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
