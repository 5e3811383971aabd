package org.homeward.alert.subscribers.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that this node sends to: public ones, over https. Whoever can name an address must
 * not reach the node's own machines with it, by no spelling and no answer of a name server.
 */
final class AddressRule {

  private static final int MAX_LENGTH = 500;
  private static final int MAX_PORT = 65_535;

  /** Letters, digits and hyphens with a dot at least: a single label is a name of the house. */
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{1,63}");

  /** Resolvers read these as numbers, each in its own way. */
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1");

  private final boolean loopback;

  /**
   * @param loopback this machine may be named, and over http; for demos
   */
  AddressRule(boolean loopback) {
    this.loopback = loopback;
  }

  /** The rule that an address breaks; empty for a good one. It resolves nothing. */
  Optional<String> broken(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.of("too-long");
    }
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException noUrl) {
      return Optional.of("wrong-form");
    }
    String host = url.getHost();
    boolean whole = host != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
    if (!whole || url.getPort() == 0 || url.getPort() > MAX_PORT) {
      return Optional.of("wrong-form");
    }
    return broken(url.getScheme().toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT));
  }

  private Optional<String> broken(String scheme, String host) {
    if (loopback && LOOPBACK.matcher(host).matches()) {
      return scheme.equals("http") || scheme.equals("https")
          ? Optional.empty()
          : Optional.of("not-https");
    }
    if (!scheme.equals("https")) {
      return Optional.of("not-https");
    }
    return permitsName(host) ? Optional.empty() : Optional.of("not-public");
  }

  private static boolean permitsName(String host) {
    return NAME.matcher(host).matches() && !ENDS_IN_NUMBER.matcher(host).matches();
  }

  /** Whether a connection to this address may be opened. It is asked at each connection. */
  boolean permits(InetAddress address) {
    return isPublic(address) || (loopback && address.isLoopbackAddress());
  }

  static boolean isPublic(InetAddress address) {
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    if (special) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  /** Without what RFC 6890 and its followers set apart. */
  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean apart =
        first == 0
            || first >= 240
            || (first == 100 && second >= 64 && second < 128) // behind a carrier's translator
            || (first == 192 && second == 0 && (third == 0 || third == 2))
            || (first == 192 && second == 88 && third == 99)
            || (first == 198 && (second == 18 || second == 19))
            || (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return !apart;
  }

  /** Global unicast, without what carries an IPv4 address inside or is for documents. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    boolean global = (first & 0xe000) == 0x2000;
    boolean apart =
        first == 0x2002
            || (first == 0x2001 && (second < 0x0200 || second == 0x0db8))
            || (first == 0x3fff && second < 0x1000);
    return global && !apart;
  }
}
