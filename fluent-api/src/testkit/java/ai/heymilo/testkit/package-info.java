/** Servers and clocks for tests; the contract tests use them too. */
@NullMarked
package ai.heymilo.testkit;

import org.jspecify.annotations.NullMarked;
