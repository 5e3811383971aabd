package org.homeward.face.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests for another address, and bodies that would have to be unpacked. */
final class StrictFilter extends OncePerRequestFilter {

  /** No foreign web page can have one of these as its own address. */
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Set<String> hosts;

  StrictFilter(List<URI> known) {
    hosts =
        known.stream()
            .flatMap(address -> Stream.ofNullable(address.getHost()))
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isForUs(request)) {
      throw FaceProblem.MISDIRECTED.exception();
    }
    if (isPacked(request)) {
      throw FaceProblem.UNSUPPORTED_MEDIA_TYPE
          .problem()
          .header(HttpHeaders.ACCEPT_ENCODING, "identity")
          .exception();
    }
    chain.doFilter(request, response);
  }

  private boolean isForUs(HttpServletRequest request) {
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    return hosts.isEmpty() || hosts.contains(host) || THIS_MACHINE.contains(host);
  }

  private static boolean isPacked(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
        .anyMatch(coding -> !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"));
  }
}
