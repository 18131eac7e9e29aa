/**
 * Postings, which HeyMilo's pages call interviewers: a job and a workflow of agents.
 *
 * <p>{@link ai.heymilo.postings.Postings} creates and finds them, {@link
 * ai.heymilo.postings.Posting} is one of them, the builders configure new ones.
 */
@NullMarked
package ai.heymilo.postings;

import org.jspecify.annotations.NullMarked;
