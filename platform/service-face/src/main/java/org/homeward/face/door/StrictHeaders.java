package org.homeward.face.door;

import java.util.Collections;
import org.apache.coyote.Request;

/** Detects headers that two programs in a row would read as two different requests (RFC 9112). */
final class StrictHeaders {

  private StrictHeaders() {}

  static void check(Request request) {
    if (request.protocol().isNull() || request.protocol().toString().isEmpty()) {
      throw new IllegalArgumentException("HTTP/0.9");
    }
    var headers = request.getMimeHeaders();
    boolean coded = headers.getHeader("Transfer-Encoding") != null;
    if (coded && headers.getHeader("Content-Length") != null) {
      throw new IllegalArgumentException("two lengths"); // RFC 9112, 6.1
    }
    if (coded && !request.protocol().equals("HTTP/1.1")) {
      throw new IllegalArgumentException("chunks before HTTP/1.1");
    }
    if (Collections.list(headers.values("Content-Type")).size() > 1) {
      throw new IllegalArgumentException("two content types");
    }
  }
}
