package org.homeward.face.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back, chunks joined.
 *
 * @param status 0 when the connection closed without an answer
 * @param headers in order, as {@code Name: value}
 * @param whole whether the body ended as announced
 */
public record Answer(int status, List<String> headers, byte[] body, boolean whole) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Answer parse(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.") || end < 0) {
      return new Answer(0, List.of(), bytes, false);
    }
    var lines = new ArrayList<>(text.substring(0, end).lines().toList());
    int status = Integer.parseInt(lines.removeFirst().split(" ")[1]);
    var head = new Answer(status, List.copyOf(lines), new byte[0], true);
    var rest = text.substring(end + 4);
    if (head.all("Transfer-Encoding").contains("chunked")) {
      return unchunked(head, rest);
    }
    var lengths = head.all("Content-Length");
    var body = rest.getBytes(ISO_8859_1);
    boolean whole = lengths.isEmpty() || Integer.parseInt(lengths.getFirst()) == body.length;
    return new Answer(status, head.headers, body, whole);
  }

  private static Answer unchunked(Answer head, String rest) {
    var body = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int line = rest.indexOf("\r\n", at);
      if (line < 0) {
        return new Answer(head.status, head.headers, body.toByteArray(), false);
      }
      int length = Integer.parseInt(rest.substring(at, line).trim(), 16);
      if (length == 0) {
        return new Answer(head.status, head.headers, body.toByteArray(), true);
      }
      int to = Math.min(rest.length(), line + 2 + length);
      body.writeBytes(rest.substring(line + 2, to).getBytes(ISO_8859_1));
      at = Math.min(rest.length(), to + 2);
    }
  }

  /** Every value of a header, in order. */
  public List<String> all(String name) {
    var prefix = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(header -> header.substring(prefix.length()).trim())
        .toList();
  }

  /** The one value of a header that must be there once. */
  public String header(String name) {
    assertThat(all(name)).as(name + " of " + headers).hasSize(1);
    return all(name).getFirst();
  }

  public String text() {
    return new String(body, UTF_8);
  }

  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** The code of this problem, after checking that it is one in every respect. */
  public String problem() {
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(whole).isTrue();
    var json = json();
    assertThat(json.path("status").asInt()).isEqualTo(status);
    assertThat(json.path("title").asString()).isNotBlank();
    assertThat(json.path("detail").asString()).isNotBlank();
    assertThat(json.has("trace")).isEqualTo(status == 500);
    assertThat(ProblemSchema.violations(text())).isEmpty();
    assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(all("Server")).isEmpty();
    var type = json.path("type").asString();
    assertThat(type).startsWith("urn:homeward:problem:");
    return type.substring("urn:homeward:problem:".length());
  }
}
