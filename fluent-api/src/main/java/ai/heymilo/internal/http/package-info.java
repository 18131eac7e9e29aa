/**
 * HTTP as the client needs it: the default {@link java.net.http.HttpClient}, request bodies that
 * are sent once, response bodies of bounded size, and the rule for base URLs.
 */
@NullMarked
package ai.heymilo.internal.http;

import org.jspecify.annotations.NullMarked;
