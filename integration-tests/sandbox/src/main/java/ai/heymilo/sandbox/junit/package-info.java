/**
 * The sandbox in JUnit 5 tests. Needs {@code junit-jupiter-api}, which this module does not bring.
 */
@NullMarked
package ai.heymilo.sandbox.junit;

import org.jspecify.annotations.NullMarked;
