// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Durable storage for the progress of a bulk ingestion, so that a run can go on after a crash.
 *
 * <p>A journal is a sequence of records, each one line of JSON. It holds hashes of e-mail
 * addresses, the values of the correlation key and the ids that the server returned; no names,
 * addresses or other data of candidates. Use one journal for each import. An ingestion opens it,
 * appends to it one record at a time, and closes it, after which it can be opened again. Methods
 * may block; an ingestion that one of them fails ends with {@link IngestAbortedException}.
 */
public interface IngestJournal {
  /**
   * Locks the journal against other processes and reads it.
   *
   * @param reader receives each record, in the order in which they were appended
   * @throws Exception if the journal is in use or cannot be read; nothing is sent then
   */
  void open(Consumer<? super String> reader) throws Exception;

  /**
   * Appends a record. On return it must be on stable storage; if this method throws, the record may
   * be missing, but must not be readable in part.
   *
   * @param record one line of text without line breaks
   * @throws Exception if the record cannot be stored
   */
  void append(String record) throws Exception;

  /**
   * Releases the lock. Called once for each {@link #open} that succeeded.
   *
   * @throws Exception if the journal cannot be closed
   */
  void close() throws Exception;

  /**
   * Returns a journal in a file, which is created when it does not exist. The file is locked while
   * it is open, each record is forced to disk, and a last record that a crash cut off is dropped.
   *
   * @param path the file; its folder must exist
   * @return the journal
   */
  static IngestJournal file(Path path) {
    return new FileJournal(path);
  }
}
