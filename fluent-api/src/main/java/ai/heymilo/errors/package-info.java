/**
 * What can go wrong, one unchecked family under {@link ai.heymilo.errors.HeyMiloException}.
 *
 * <ul>
 *   <li>Nothing was sent: {@link ai.heymilo.errors.InvalidRequestException} (out of the document's
 *       limits, all findings at once) and {@link ai.heymilo.errors.CallTimeoutException} (a wait
 *       that the call needs does not fit into its time).
 *   <li>The server refused: a {@link ai.heymilo.errors.StatusException}, with a class for each
 *       status that the document names, and {@link ai.heymilo.errors.UnexpectedStatusException}.
 *   <li>The way there or back failed: {@link ai.heymilo.errors.TransportException} if that leaves
 *       no doubt, {@link ai.heymilo.errors.AmbiguousWriteException} if a write may have been
 *       applied. Such a write is never repeated by the client; look before you do.
 * </ul>
 *
 * <p>Each says operation, path template, status, request id and attempts, and what the server said,
 * whichever of its two shapes of error it used. Messages hold names, codes and numbers; never the
 * key, never what a person typed.
 */
@NullMarked
package ai.heymilo.errors;

import org.jspecify.annotations.NullMarked;
