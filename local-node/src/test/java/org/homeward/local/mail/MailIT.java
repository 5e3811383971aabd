package org.homeward.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mail by SMTP, and what the page shows of it. */
class MailIT {
  private static final String BOTH_PARTS =
      """
      From: =?UTF-8?B?0JTQvtC80LA=?= <alerts@rs.homeward.invalid>
      To: vesna@example.org
      Subject: =?UTF-8?B?0KLRgNCw0LbQuCDRgdC1INC00LXRh9Cw0Lo=?=
      Message-ID: <one@rs.homeward.invalid>
      List-Unsubscribe: <http://127.0.0.1:8080/api/v1/subscriptions/leave/t0ken>
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="b"

      --b
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: 8bit

      Види http://127.0.0.1:8080/a?b=1&c=2 <script>
      --b
      Content-Type: text/html; charset=UTF-8
      Content-Transfer-Encoding: base64

      PGI+0JLQuNC00Lg8L2I+PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==
      --b--
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private MailProcess mail;

  @BeforeEach
  void start() throws Exception {
    mail = MailProcess.start("rs", 0, 0, Clock.systemUTC());
  }

  @AfterEach
  void end() {
    mail.close();
  }

  @Test
  void showsProgramsWhatStandsInAMail() throws Exception {
    assertThat(send("vesna@example.org", BOTH_PARTS)).startsWith("250");

    JsonNode message = messages("?to=vesna@example.org&subject=%D0%B4%D0%B5%D1%87").path(0);
    assertThat(message.path("from").asString()).isEqualTo("alerts@rs.homeward.invalid");
    assertThat(message.path("to").asString()).isEqualTo("vesna@example.org");
    assertThat(message.path("subject").asString()).isEqualTo("Тражи се дечак");
    assertThat(message.path("messageId").asString()).isEqualTo("<one@rs.homeward.invalid>");
    assertThat(message.path("text").asString()).startsWith("Види http://127.0.0.1:8080/a?b=1&c=2");
    assertThat(message.path("html").asString()).startsWith("<b>Види</b>");
    assertThat(message.path("headers").path("List-Unsubscribe").asString()).contains("t0ken");
    assertThat(message.path("raw").asString()).contains("boundary=\"b\"");
    assertThat(message.path("answered").asBoolean()).isTrue();
  }

  @Test
  void showsPeopleAMailWithoutObeyingIt() throws Exception {
    send(
        "vesna@example.org",
        BOTH_PARTS.replace("Subject: ", "Subject: <script>alert(1)</script> "));

    HttpResponse<String> list = get("/");
    String page = get("/messages/1").body();
    assertThat(list.body()).contains("/messages/1", "vesna@example.org", "&lt;script&gt;alert(1)");
    assertThat(page)
        .contains("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"http://127.0.0.1:8080/a")
        .contains("<iframe sandbox=", "srcdoc=\"&lt;base");
    assertThat(list.body() + page).doesNotContain("<script>");
    assertThat(list.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("default-src 'none'"));
    assertThat(get("/messages/2").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"refuse-1@example.org, 550", "later-1@example.org, 451", "Refuse-2@x.org, 550"})
  void refusesAddressesThatAskForIt(String to, String code) throws Exception {
    try (var smtp = new Smtp(mail.smtpPort())) {
      smtp.say("HELO test");
      smtp.say("MAIL FROM:<a@rs.homeward.invalid>");

      assertThat(smtp.say("RCPT TO:<" + to + ">")).startsWith(code);
      assertThat(smtp.say("RCPT TO:<vesna@example.org>")).startsWith("250");
    }
    assertThat(messages("")).isEmpty();
  }

  @Test
  void takesAMailAndDropsTheConnection() throws Exception {
    assertThat(send("drop-1@example.org", BOTH_PARTS)).isNull();

    assertThat(messages("?to=drop-1").path(0).path("answered").asBoolean(true)).isFalse();
  }

  @Test
  void takesAMailAndNeverSaysSo() throws Exception {
    try (var hanging = new Smtp(mail.smtpPort())) {
      hanging.mail("hang-1@example.org", BOTH_PARTS);
      for (int next = 0; messages("?to=hang-1").isEmpty(); next++) {
        send("marker-" + next + "@example.org", BOTH_PARTS);
      }
      send("marker@example.org", BOTH_PARTS);

      assertThat(hanging.hasAnswer()).isFalse();
    }
    assertThat(messages("?to=hang-1").path(0).path("answered").asBoolean(true)).isFalse();
  }

  @Test
  void readersGoOnWhereTheyWere() throws Exception {
    for (int i = 1; i <= 5; i++) {
      send("v" + i + "@example.org", BOTH_PARTS);
    }
    JsonNode first = page("?limit=2");
    JsonNode rest = page("?limit=2&brief=true&after=" + first.path("next").asString());
    JsonNode last = page("?after=" + rest.path("next").asString());
    delete();
    send("v6@example.org", BOTH_PARTS);
    JsonNode afterEmptying = page("?after=" + last.path("next").asString());

    assertThat(first.path("count").asInt()).isEqualTo(5);
    assertThat(rest.path("messages").findValuesAsString("to"))
        .containsExactly("v3@example.org", "v4@example.org");
    assertThat(rest.path("messages").path(0).has("text")).isFalse();
    assertThat(last.path("messages").findValuesAsString("to")).containsExactly("v5@example.org");
    assertThat(afterEmptying.path("messages").findValuesAsString("to"))
        .containsExactly("v6@example.org");
    assertThat(afterEmptying.path("count").asInt()).isEqualTo(1);
  }

  @Test
  void answersNobodyWhoAsksForAnotherHost() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), mail.pagePort())) {
      String request =
          "GET /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 421");
    }
  }

  @ParameterizedTest
  @CsvSource({"?after=x, 400", "?limit=, 400", "?after=-1, 200", "?limit=0, 200"})
  void aQueryThatMakesNoSenseIsRefused(String query, int status) throws Exception {
    assertThat(get("/api/messages" + query).statusCode()).isEqualTo(status);
  }

  private String send(String to, String content) throws IOException {
    try (var smtp = new Smtp(mail.smtpPort())) {
      smtp.mail(to, content);
      return smtp.answer();
    }
  }

  private JsonNode messages(String query) throws Exception {
    return page(query).path("messages");
  }

  private JsonNode page(String query) throws Exception {
    return JsonMapper.shared().readTree(get("/api/messages" + query).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private void delete() throws Exception {
    var request = HttpRequest.newBuilder(at("/api/messages")).DELETE().build();
    assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + mail.pagePort() + path);
  }
}
