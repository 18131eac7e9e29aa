/**
 * A stateful stand-in for the HeyMilo API on loopback, for tests. Start at {@link
 * ai.heymilo.sandbox.HeyMiloSandbox}.
 */
@NullMarked
package ai.heymilo.sandbox;

import org.jspecify.annotations.NullMarked;
