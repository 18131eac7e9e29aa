@NullMarked
package ai.heymilo.sandbox;

import org.jspecify.annotations.NullMarked;
