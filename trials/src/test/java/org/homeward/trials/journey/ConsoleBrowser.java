package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.local.node.NodePlan;

/** A browser without scripts: cookies, links, forms. It remembers every page it was shown. */
final class ConsoleBrowser {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final URI door;
  private final URI issuer;
  private final List<String> pages = new ArrayList<>();

  ConsoleBrowser(NodePlan node) {
    door = node.door();
    issuer = node.issuerAddress();
  }

  /** What was shown so far, headers included. */
  List<String> pages() {
    return List.copyOf(pages);
  }

  /** From the page of the console to the issuer's, to a person's button there, and back. */
  ConsoleBrowser loggedInAs(String login) {
    URI begun = location(get("/login/to/homeward?to=/desk"));
    URI asked = issuer.resolve(location(send(HttpRequest.newBuilder(begun))));
    var form = hidden(send(HttpRequest.newBuilder(asked)).body());
    form.put("username", login);
    form.put("password", "demo-" + login);
    URI onwards = location(send(posted(issuer.resolve("/login"), form)));
    URI back = location(send(HttpRequest.newBuilder(issuer.resolve(onwards))));
    assertThat(back.toString()).startsWith(door + "/login/oauth2/code/homeward?");
    assertThat(location(send(HttpRequest.newBuilder(back))).getPath()).isEqualTo("/desk");
    return this;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(door.resolve(path)));
  }

  /** Sends a form as a page of the console does. */
  HttpResponse<String> post(String path, Map<String, String> form) {
    return send(posted(door.resolve(path), form).header("Origin", door.toString()));
  }

  /** Sends a form as a page of somebody else does. */
  HttpResponse<String> postFromElsewhere(String path, Map<String, String> form) {
    return send(posted(door.resolve(path), form).header("Origin", "http://elsewhere.example"));
  }

  /** The hidden fields of the last form of a page that is no button of the frame. */
  static Map<String, String> hidden(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    HIDDEN
        .matcher(page)
        .results()
        .forEach(found -> fields.putIfAbsent(found.group(1), unescaped(found.group(2))));
    return fields;
  }

  /** A page's text as a reader sees it. */
  static String unescaped(String html) {
    return html.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  static URI location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 399);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private static HttpRequest.Builder posted(URI to, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(joining("&"));
    return HttpRequest.newBuilder(to)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var answer =
          client.send(
              request.timeout(Duration.ofMinutes(1)).setHeader("Accept-Language", "en").build(),
              BodyHandlers.ofString());
      pages.add(answer.headers().map() + "\n" + answer.body());
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
