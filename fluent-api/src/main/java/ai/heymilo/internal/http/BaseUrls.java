// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for base URLs: HTTPS, except for loopback and permitted hosts. */
public final class BaseUrls {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[(::1|0:0:0:0:0:0:0:1)]",
          Pattern.CASE_INSENSITIVE);

  private BaseUrls() {}

  /**
   * Checks a base URL.
   *
   * @return the URL without a slash at its end
   * @throws IllegalArgumentException if it is not an absolute https URL (http for a loopback host,
   *     or a permitted one), or holds user info, a query or a fragment; the message names {@code
   *     baseUrl} and quotes only scheme and host
   */
  public static String check(String baseUrl, Set<String> plainHttpHosts) {
    URI uri;
    try {
      uri = new URI(baseUrl);
    } catch (URISyntaxException e) {
      throw refused("is not a URL"); // without its cause, which may quote a password
    }
    String authority = uri.getRawAuthority();
    if (uri.getScheme() != null && uri.getHost() == null && isBadHost(authority)) {
      throw refused(
          "has a host name with a character that host names cannot have, for example an"
              + " underscore: letters, digits, hyphens and dots are valid");
    }
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw refused("must be absolute, for example https://api.heymilo.ai");
    }
    if (uri.getRawUserInfo() != null) {
      throw refused("must not hold a user or password");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused("must not hold a query or fragment");
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean plain = LOOPBACK.matcher(host).matches() || plainHttpHosts.contains(host);
    if (!scheme.equals("https") && !(scheme.equals("http") && plain)) {
      throw refused(
          "must be https, because the API key goes with every request, was "
              + scheme
              + "://"
              + host
              + "; permitPlainHttp(\""
              + host
              + "\") permits plain HTTP to this host");
    }
    return baseUrl.replaceAll("/+$", "");
  }

  /** Returns whether the host, not a port or user info, is what Java could not parse. */
  private static boolean isBadHost(@Nullable String authority) {
    return authority != null && authority.matches("[^@\\[\\]]*[^@\\[\\]A-Za-z0-9.:-][^@\\[\\]]*");
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("baseUrl " + why);
  }
}
