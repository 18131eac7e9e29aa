/**
 * Candidates of an interviewer: taking them in, one by one, in bulk or queued, and following how
 * far each has come.
 *
 * <p>{@link ai.heymilo.candidates.Candidates} does all of it. A candidate is sent once: when it
 * cannot be known whether a request was applied, it is reported, not repeated.
 */
@NullMarked
package ai.heymilo.candidates;

import org.jspecify.annotations.NullMarked;
