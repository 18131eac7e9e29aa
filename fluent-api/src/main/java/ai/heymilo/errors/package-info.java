/**
 * The exceptions of the client, unchecked, all under {@link ai.heymilo.errors.HeyMiloException}.
 *
 * <ul>
 *   <li>Nothing was sent: {@link ai.heymilo.errors.InvalidRequestException} (violates the API's
 *       limits; lists every violation) and {@link ai.heymilo.errors.CallTimeoutException} (the next
 *       wait would exceed the call timeout).
 *   <li>The server rejected the call: a {@link ai.heymilo.errors.StatusException}, with a class for
 *       each status that the document names, and {@link
 *       ai.heymilo.errors.UnexpectedStatusException}.
 *   <li>The transport failed: {@link ai.heymilo.errors.TransportException} if nothing was applied,
 *       {@link ai.heymilo.errors.AmbiguousWriteException} if a write may have been. The client
 *       never repeats such a write; check before you do.
 * </ul>
 *
 * <p>Each has operation, path template, status, headers, request id, attempts, and the server's
 * error in either of its two shapes. Messages contain names, codes and numbers; never the key or
 * text that a person typed.
 */
@NullMarked
package ai.heymilo.errors;

import org.jspecify.annotations.NullMarked;
