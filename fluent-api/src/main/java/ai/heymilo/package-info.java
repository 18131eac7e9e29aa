/**
 * The client for the HeyMilo Public API. {@link ai.heymilo.HeyMilo} is where to begin:
 *
 * <pre>{@code
 * try (HeyMilo milo = HeyMilo.fromEnv()) {
 *   CreatedPosting created = milo.postings().create("Senior Java Engineer", posting -> posting
 *       .description("Builds the services that our customers hire with.")
 *       .resume(step -> step.mandatory(true).eligibility("Authorised to work in the EU"))
 *       .webInterview(step -> step.ask("Walk us through an outage you owned.")));
 *   created.activate();
 *   milo.posting(created.id()).candidates().ingest("Ada Lovelace", "ada@example.org");
 * }
 * }</pre>
 */
@NullMarked
package ai.heymilo;

import org.jspecify.annotations.NullMarked;
