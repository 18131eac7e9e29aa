@NullMarked
package ai.heymilo.sandbox.junit;

import org.jspecify.annotations.NullMarked;
