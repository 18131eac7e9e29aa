@NullMarked
package ai.heymilo.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
