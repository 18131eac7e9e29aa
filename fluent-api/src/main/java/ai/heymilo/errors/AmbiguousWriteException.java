// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import org.jspecify.annotations.Nullable;

/**
 * A write was sent and its fate is unknown: the connection broke, no answer came in time, the
 * answer could not be read, or the server failed. It may have been applied, in whole or in part.
 * The API has no idempotency key, so the client does not send such a request again, and neither
 * should the caller before finding out:
 *
 * <ul>
 *   <li>candidates: list those of the posting and look for yours, by the metadata you gave them, by
 *       e-mail or phone; {@code reconcile()} of an ingest report does so;
 *   <li>postings: list them by title;
 *   <li>updates, activation, archiving: get the posting and look; repeating these does no harm.
 * </ul>
 *
 * <p>{@link #status()} is the status of the last answer, 0 if none came; {@link #getCause()} is
 * what happened.
 */
public final class AmbiguousWriteException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param what what happened, after the name of the operation
   * @param cause the reason, null if there is none
   */
  public AmbiguousWriteException(ErrorDetails details, String what, @Nullable Throwable cause) {
    super(details, details.describe(what + "; " + advice(details)), cause);
  }

  private static String advice(ErrorDetails details) {
    String may = "it may have been applied and was not repeated: ";
    if (details.pathTemplate.contains("/candidates")) {
      return may
          + "list the candidates of the posting and look for yours, by metadata for example,"
          + " or reconcile() the ingest report, before sending again";
    }
    if (details.pathTemplate.endsWith("/postings") || details.pathTemplate.endsWith("/clone")) {
      return may + "list the postings and look for it before sending again";
    }
    return "it may have been applied: get the posting to see whether it was";
  }

  @Override
  public boolean mayHaveBeenApplied() {
    return true;
  }
}
