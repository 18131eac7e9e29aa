/**
 * Takes a new version of the vendor's document: checks it, says what changed and whom it breaks,
 * and replaces the bundled one.
 *
 * <p>The published documents are compared, not the generator's views of them: the views have lost
 * what callers notice (defaults, what an answer may leave null). What the rules make of both is
 * looked at afterwards, for Java that changes where the document did not ({@link
 * ai.heymilo.spec.update.JavaComparison}).
 */
@NullMarked
package ai.heymilo.spec.update;

import org.jspecify.annotations.NullMarked;
