// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.candidates.IngestJournal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a database table, one import beside another. The lock is a row that a transaction
 * holds until the journal is closed, or the database notices that the process is gone.
 */
public final class JdbcJournal implements IngestJournal {
  private final DataSource database;
  private final String name;
  private @Nullable Connection lock;

  /**
   * Creates a journal, and its tables if they do not exist.
   *
   * @param database holds the tables {@code ingest_lock} and {@code ingest_record}
   * @param name the import's name
   * @throws SQLException if the tables cannot be created
   */
  public JdbcJournal(DataSource database, String name) throws SQLException {
    this.database = database;
    this.name = name;
    try (Connection connection = database.getConnection();
        Statement create = connection.createStatement()) {
      create.execute("create table if not exists ingest_lock (name varchar(200) primary key)");
      create.execute(
          "create table if not exists ingest_record (id bigint generated always as identity"
              + " primary key, name varchar(200) not null, record varchar(1000000) not null)");
    }
  }

  @Override
  public void open(Consumer<? super String> reader) throws SQLException {
    Connection connection = database.getConnection();
    try {
      update("merge into ingest_lock key (name) values (?)", name);
      connection.setAutoCommit(false);
      query(connection, "select name from ingest_lock where name = ? for update", row -> {});
      query(connection, "select record from ingest_record where name = ? order by id", reader);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
    lock = connection;
  }

  @Override
  public void append(String record) throws SQLException {
    update("insert into ingest_record (name, record) values (?, ?)", name, record);
  }

  @Override
  public void close() throws SQLException {
    if (lock != null) {
      lock.rollback();
      lock.close();
    }
  }

  private void query(Connection connection, String sql, Consumer<? super String> reader)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        reader.accept(rows.getString(1));
      }
    }
  }

  /** Changes one row, and commits. */
  private void update(String sql, String... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        change.setString(i + 1, values[i]);
      }
      change.executeUpdate();
    }
  }
}
