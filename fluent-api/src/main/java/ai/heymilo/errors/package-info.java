/**
 * The exceptions of the client, unchecked, all under {@link ai.heymilo.errors.HeyMiloException}.
 *
 * <ul>
 *   <li>Nothing was sent: {@link ai.heymilo.errors.InvalidRequestException} (violates the API's
 *       limits; lists every violation) and {@link ai.heymilo.errors.CallTimeoutException} (the next
 *       wait would exceed the call timeout).
 *   <li>The server refused: a {@link ai.heymilo.errors.StatusException}, with a class for each
 *       status that the document names, and {@link ai.heymilo.errors.UnexpectedStatusException}.
 *   <li>The transport failed: {@link ai.heymilo.errors.TransportException} if nothing was applied,
 *       {@link ai.heymilo.errors.AmbiguousWriteException} if a write may have been. The client
 *       never repeats such a write; check before you do.
 * </ul>
 *
 * <p>Each has operation, path template, status, headers, request id, attempts, and the server's
 * error, whichever of its two shapes it used. Messages hold names, codes and numbers; never the
 * key, never what a person typed.
 */
@NullMarked
package ai.heymilo.errors;

import org.jspecify.annotations.NullMarked;
