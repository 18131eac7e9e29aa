@NullMarked
package ai.heymilo.sandbox.internal.cli;

import org.jspecify.annotations.NullMarked;
