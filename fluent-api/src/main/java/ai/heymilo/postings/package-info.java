/**
 * Interviewers, which the API calls postings: a job and a workflow of agents.
 *
 * <p>{@link ai.heymilo.postings.Postings} creates and finds them, {@link
 * ai.heymilo.postings.Posting} is one of them, the builders say what one is to be.
 */
@NullMarked
package ai.heymilo.postings;

import org.jspecify.annotations.NullMarked;
