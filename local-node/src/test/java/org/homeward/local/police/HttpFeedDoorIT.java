package org.homeward.local.police;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.police.FeedDoor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of a hotline, or of something that stands in its place. */
class HttpFeedDoorIT {

  private static final DeskLogin DESK = new DeskLogin("desk-1", "a key");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private FeedDoor door;
  private int status = 200;
  private String body = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Accept"));
          byte[] bytes = body.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Retry-After", "30");
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    server.start();
    door = new HttpFeedDoor(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), DESK);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Answer page(int answered, String with) {
    status = answered;
    body = with;
    return door.page("abcdefgh.7");
  }

  @Test
  void aPageIsAskedForWithTheDesksKeyAfterThePlace() {
    assertThat(page(200, "<feed/>"))
        .isInstanceOfSatisfying(
            Answer.Page.class,
            got -> assertThat(new String(got.atom(), UTF_8)).isEqualTo("<feed/>"));

    assertThat(asked)
        .containsExactly(
            "/api/v1/feeds/police?limit=100&after=abcdefgh.7 "
                + DESK.authorization()
                + " application/cap+xml");
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "502", "503", "504", "408"})
  void whatPassesIsTriedAgainAndNotBeforeTheHotlineWishes(int answered) {
    assertThat(page(answered, "{\"title\": \"busy\"}"))
        .isInstanceOfSatisfying(
            Answer.Later.class,
            later -> {
              assertThat(later.after()).isEqualTo(Duration.ofSeconds(30));
              assertThat(later.why()).endsWith(answered + ": busy");
            });
  }

  @ParameterizedTest
  @CsvSource({"401", "403", "404", "400", "301", "307"})
  void whatDoesNotGetBetterEndsIt(int answered) {
    assertThat(page(answered, "")).isInstanceOf(Answer.Refused.class);
    assertThat(asked).as("redirects are not followed").hasSize(1);
  }

  @Test
  void ofAnAddressToReadAgainFromOnlyThePlaceCounts() {
    assertThat(page(410, "{\"resync\": \"https://evil.example/x?after=hgfedcba.0&limit=50\"}"))
        .isEqualTo(new Answer.Restart("hgfedcba.0"));
    assertThat(page(410, "{\"resync\": \"https://evil.example/x?after=a/../b\"}"))
        .isInstanceOf(Answer.Later.class);
    assertThat(page(410, "gone")).isInstanceOf(Answer.Later.class);
  }

  @Test
  void aHotlineThatIsNotThereIsTriedAgain() {
    server.stop(0);

    assertThat(door.page("")).isInstanceOf(Answer.Later.class);
    assertThat(door.keys()).isEmpty();
  }

  @Test
  void whatIsNoListOfKeysIsNone() {
    body = "<html>";

    assertThat(door.keys()).isEmpty();
    assertThat(asked).as("without the key of the desk").singleElement().asString().contains("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hotline.example",
        "ftp://127.0.0.1",
        "https://somebody@hotline.example",
        "https://hotline.example?x=1",
        "hotline.example"
      })
  void theKeyGoesNowhereUnencrypted(String address) {
    assertThatThrownBy(() -> new HttpFeedDoor(URI.create(address), DESK))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
