package org.homeward.browser;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Sizes;

/** The requests of a browser and the bytes that came over the wire, packed as they were. */
final class Traffic {
  private int requests;
  private long bytes;
  private long scriptBytes;

  void add(Request request) {
    Sizes sizes = request.sizes();
    long size = (long) sizes.responseHeadersSize + sizes.responseBodySize;
    requests++;
    bytes += size;
    if (request.resourceType().equals("script")) {
      scriptBytes += size;
    }
  }

  int requests() {
    return requests;
  }

  long bytes() {
    return bytes;
  }

  long scriptBytes() {
    return scriptBytes;
  }
}
