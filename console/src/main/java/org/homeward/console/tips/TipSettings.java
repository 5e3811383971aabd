package org.homeward.console.tips;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.console.tips.*}: whom to call when it cannot wait.
 *
 * @param address where browsers reach the node
 * @param picturesProtocol the reference of what was agreed in writing with police or prosecutor
 *     about pictures of strangers; empty as long as nothing is, and then the form asks for none
 * @param hotline the number of the hotline
 * @param emergencySerbia the number of the police in Serbia
 * @param emergencyEu the emergency number of the European Union
 */
@ConfigurationProperties("homeward.console.tips")
record TipSettings(
    List<URI> address,
    String picturesProtocol,
    String hotline,
    String emergencySerbia,
    String emergencyEu) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  TipSettings {
    address = List.copyOf(address);
  }

  /** The same setting as that of the service that keeps tips. */
  boolean takesPictures() {
    return !picturesProtocol.isBlank();
  }

  /** Whether pages of this origin are ours: a path or a slash at the end of an address is none. */
  boolean isOwn(String origin) {
    try {
      URI asked = URI.create(origin);
      return asked.getHost() != null && address.stream().anyMatch(own -> isSame(own, asked));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static boolean isSame(URI own, URI asked) {
    return lower(own.getScheme()).equals(lower(asked.getScheme()))
        && lower(own.getHost()).equals(lower(asked.getHost()))
        && port(own) == port(asked);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return lower(address.getScheme()).equals("https") ? HTTPS : HTTP;
  }

  private static String lower(@Nullable String part) {
    return part == null ? "" : part.toLowerCase(Locale.ROOT);
  }
}
