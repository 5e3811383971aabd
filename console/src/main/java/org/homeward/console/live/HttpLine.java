package org.homeward.console.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** The events of a stream as a browser reads them; their id is where it comes back. */
final class HttpLine {

  /** The browser comes back so soon, in milliseconds. */
  private static final String RETRY = "retry: 1000\n";

  private final HttpServletResponse response;
  private Place place;

  HttpLine(HttpServletResponse response, Place place) {
    this.response = response;
    this.place = place;
  }

  void begin() throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // Asks reverse proxies not to collect what is sent.
    response.setHeader("X-Accel-Buffering", "no");
    send(RETRY + "\n");
  }

  void tell(News news) throws IOException {
    switch (news) {
      case News.Read(Part part, JsonNode changes, boolean anew, String next) -> {
        place = place.with(part, next);
        var text = new StringBuilder(event("here", part(part)));
        if (anew) {
          text.append(event("anew", part(part)));
        }
        changes.forEach(change -> text.append(event("change", change.toString())));
        send(
            text.append("id: ").append(place).append('\n').append(event("place", "{}")).toString());
      }
      case News.Away(Part part) -> send(event("away", part(part)));
      case News.Over _ -> {}
    }
  }

  /** A sign of life. */
  void sign() throws IOException {
    send(":\n\n");
  }

  /** The end is no lost connection. */
  void bye() throws IOException {
    send(event("bye", "{}"));
  }

  private static String part(Part part) {
    return "{\"part\":\"" + part.word() + "\"}";
  }

  private static String event(String name, String json) {
    return "event: " + name + "\ndata: " + json + "\n\n";
  }

  private void send(String text) throws IOException {
    response.getOutputStream().write(text.getBytes(UTF_8));
    response.flushBuffer();
  }
}
