/**
 * A stateful stand-in for the HeyMilo API on loopback, for tests.
 *
 * <ul>
 *   <li>To start one: {@link ai.heymilo.sandbox.HeyMiloSandbox#start}, {@link
 *       ai.heymilo.sandbox.junit.UseHeyMiloSandbox} on a JUnit 5 test class, or the runnable jar.
 *   <li>To arrange: {@linkplain ai.heymilo.sandbox.HeyMiloSandbox#seed seeds} of any resource, its
 *       own {@linkplain ai.heymilo.sandbox.HeyMiloSandbox#client client}, {@linkplain
 *       ai.heymilo.sandbox.HeyMiloSandbox#atsTemplate templates}, and {@linkplain
 *       ai.heymilo.sandbox.HeyMiloSandbox#candidate candidates} that are moved along.
 *   <li>To let time pass: {@link ai.heymilo.sandbox.HeyMiloSandbox#tick} and {@link
 *       ai.heymilo.sandbox.HeyMiloSandbox#advance}.
 *   <li>To make it misbehave: {@link ai.heymilo.sandbox.Faults} and {@link
 *       ai.heymilo.sandbox.RateLimit}.
 *   <li>To see what was sent: {@link ai.heymilo.sandbox.SandboxAssert}.
 * </ul>
 *
 * <p>Where the document is silent, the sandbox does this:
 *
 * <ul>
 *   <li>A posting is created as a draft and {@code activatePosting} makes it active, as "activate
 *       an interviewer so it begins accepting candidates" suggests. Only an active posting accepts
 *       candidates; draft, expired and archived ones refuse them with 400.
 *   <li>Activating an archived posting, or one without a step, is refused with 400.
 *   <li>There is one workspace, whatever {@code X-Workspace-Id} says; {@code Authorization} is not
 *       looked at.
 *   <li>Lists are newest first, archived postings included. A cursor that names nothing is 404.
 *   <li>A clone has its source's title and fields, is a draft, and its deadline is a month away.
 *   <li>A null in an update clears the field; {@code title} and {@code description}, which no
 *       answer may have as null, stay as they are. A null in a step's configuration removes the
 *       key.
 *   <li>A step is found by its type (the first of that type) or its order; unknown ones are 404.
 *   <li>A candidate with the e-mail address of an earlier one of the same posting, whatever its
 *       case, is the earlier one: the same {@code interview_id} is answered and nothing changes.
 *   <li>Bulk ingestion takes all candidates or, when one is invalid, none.
 *   <li>{@code created_after} and {@code created_before} may be ISO 8601 or seconds since 1970.
 *   <li>Maps beyond the sizes that the document states in words are refused with 422. What else it
 *       forbids in words only (blank texts, a minimum above its maximum, values that are not
 *       listed) is what its schemas permit, and is refused by {@linkplain
 *       ai.heymilo.sandbox.HeyMiloSandboxBuilder#strict strict} sandboxes only.
 *   <li>Every other resource is served by its schemas: what is created is kept and read, listed,
 *       updated and deleted by the same paths; a collection that nothing can be added to has three
 *       objects from the start. An action answers the kept object if that is what its schema wants.
 *       Anything else is answered from its schema, the same for the same request.
 * </ul>
 */
@NullMarked
package ai.heymilo.sandbox;

import org.jspecify.annotations.NullMarked;
