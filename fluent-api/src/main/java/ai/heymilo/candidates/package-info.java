/**
 * Candidates of a posting: ingesting them one by one, in bulk or through the queue, and following
 * their changes.
 *
 * <p>Start at {@link ai.heymilo.candidates.Candidates}. A candidate is sent once: if the fate of a
 * request is unknown, its candidates are reported as unknown, not sent again. {@link
 * ai.heymilo.candidates.IngestJournal} extends this to runs after a crash.
 */
@NullMarked
package ai.heymilo.candidates;

import org.jspecify.annotations.NullMarked;
