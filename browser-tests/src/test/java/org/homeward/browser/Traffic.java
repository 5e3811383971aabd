package org.homeward.browser;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The requests of a browser and the bytes that came over the wire, packed as they were. */
final class Traffic {
  private static final int KILOBYTE = 1024;

  private final List<Request> requests = new ArrayList<>();

  /** Asks nothing yet: the browser may be closing. */
  void add(Request request) {
    requests.add(request);
  }

  int requests() {
    return requests.size();
  }

  long bytes() {
    return bytes(_ -> true);
  }

  long scriptBytes() {
    return bytes(request -> request.resourceType().equals("script"));
  }

  private long bytes(Predicate<Request> counted) {
    return List.copyOf(requests).stream() // asking for a size lets further requests in
        .filter(counted)
        .map(Request::sizes)
        .mapToLong(sizes -> (long) sizes.responseHeadersSize + sizes.responseBodySize)
        .sum();
  }

  @Override
  public String toString() {
    return "%d requests, %d kB, scripts %d kB"
        .formatted(requests(), bytes() / KILOBYTE, scriptBytes() / KILOBYTE);
  }
}
