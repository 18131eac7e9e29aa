/**
 * Replaces the bundled document by a new version of the vendor's: {@link
 * ai.heymilo.spec.update.TakeNewDocument} checks it, shows what changed and which code that breaks,
 * and builds everything with it.
 *
 * <p>Documents are compared by what is generated of them. A {@link ai.heymilo.spec.update.Snapshot}
 * lists the places of a document that callers meet, with facts from the generator's view (Java
 * types, checks, order of arguments, constants) and, where the view has lost them, from the
 * published text (defaults, what an answer may leave null). {@link ai.heymilo.spec.update.Pairing}
 * finds what was renamed or moved; {@link ai.heymilo.spec.update.Verdicts} judges each fact that
 * differs.
 */
@NullMarked
package ai.heymilo.spec.update;

import org.jspecify.annotations.NullMarked;
