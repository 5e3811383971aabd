package org.homeward.face.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Finds the client of a request by address. X-Forwarded-For is believed when a trusted proxy has
 * written it; read from its end, the first address that is not a proxy's is the client's.
 */
public final class Clients {

  private static final String FORWARDED = "X-Forwarded-For";
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private final List<IpAddressMatcher> proxies;

  public Clients(List<String> proxies) {
    this.proxies = proxies.stream().map(IpAddressMatcher::new).toList();
  }

  /** The client's address; empty when a proxy does not name its client. */
  public Optional<String> of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!isProxy(address)) {
      return Optional.of(address);
    }
    return forwarded(request).reversed().stream().filter(next -> !isProxy(next)).findFirst();
  }

  /**
   * The client by which places, memory and guesses are counted: an IPv6 one by its /64, since one
   * household has all addresses of that.
   */
  public Optional<String> networkOf(HttpServletRequest request) {
    return of(request).map(Clients::network);
  }

  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == IPV6_BYTES
          ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }

  /** Whether a trusted proxy passed it on and named its client. */
  public boolean isPassedOn(HttpServletRequest request) {
    return isProxy(request.getRemoteAddr()) && !forwarded(request).isEmpty();
  }

  boolean isProxy(InetAddress address) {
    return isProxy(address.getHostAddress());
  }

  private boolean isProxy(String address) {
    return proxies.stream().anyMatch(proxy -> matches(proxy, address));
  }

  private static boolean matches(IpAddressMatcher proxy, String address) {
    try {
      return proxy.matches(address);
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static List<String> forwarded(HttpServletRequest request) {
    return Collections.list(request.getHeaders(FORWARDED)).stream()
        .flatMap(line -> List.of(line.split(",", -1)).stream())
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
  }
}
