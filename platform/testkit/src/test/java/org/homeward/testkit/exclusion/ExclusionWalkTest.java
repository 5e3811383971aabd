package org.homeward.testkit.exclusion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk finds each way in which a service could tell a hidden thing from nothing. */
class ExclusionWalkTest {

  private static final String HIDDEN = "11111111-1111-4111-8111-111111111111";
  private static final String SOUND =
      """
      openapi: 3.1.0
      paths:
        /cases:
          get: { responses: { '200': { description: a page } } }
        /cases/{id}:
          get: { responses: { '404': { description: none } } }
        /cases/{id}/stop:
          post: { responses: { '200': { description: taken } } }
        /alerts:
          post:
            parameters: [{ name: If-Match, in: header }]
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    required: [case, level]
                    properties:
                      case: { type: string, format: uuid }
                      level: { enum: [HIGH, LOW] }
                    additionalProperties: false
            responses: { '404': { description: none } }
      """;

  @TempDir private Path directory;
  private final ThreadLocal<String> trace = new ThreadLocal<>();
  private final StoreCommands commands = new StoreCommands(trace::get);
  private HttpServer server;
  private Function<Asked, Told> service = ExclusionWalkTest::sound;

  private record Asked(String what, String body, List<String> version) {
    boolean isHidden() {
      return (what + body).contains(HIDDEN);
    }
  }

  private record Told(int status, String body, List<String> commands, int read) {
    Told(int status, String body, List<String> commands) {
      this(status, body, commands, 0);
    }

    Told reading(int length) {
      return new Told(status, body, commands, length);
    }
  }

  private static Told sound(Asked asked) {
    return switch (asked.what().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")) {
      case "GET /cases" -> new Told(200, "{}", List.of("find"));
      case "POST /cases/{id}/stop" -> new Told(200, "{}", List.of());
      default -> new Told(404, "none", List.of("find", "insert"));
    };
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    trace.set(exchange.getRequestHeaders().getFirst("traceparent").split("-")[1]);
    var version = exchange.getRequestHeaders().getOrDefault("If-match", List.of());
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    Told told = service.apply(new Asked(what, body, version));
    for (String command : told.commands()) {
      var on = new BsonDocument(command, new BsonString("cases"));
      commands.commandStarted(new CommandStartedEvent(null, 1, 1, null, "rs", command, on));
    }
    var reply = new BsonDocument("found", new BsonString("x".repeat(told.read())));
    commands.commandSucceeded(new CommandSucceededEvent(null, 1, 1, null, "rs", "find", reply, 1));
    byte[] answer = told.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(told.status(), answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private ExclusionWalk walk(String document) throws IOException {
    Path file = Files.writeString(directory.resolve("openapi.yaml"), document);
    return new ExclusionWalk(file, server.getAddress().getPort(), commands)
        .as("marko", "Authorization: Bearer marko")
        .hidden("case", HIDDEN)
        .alike("POST /cases/{id}/stop");
  }

  private List<String> findings(Function<Asked, Told> leaking) throws IOException {
    service = asked -> asked.isHidden() ? leaking.apply(asked) : sound(asked);
    return walk(SOUND).findings();
  }

  @Test
  void nothingIsFoundWhereAllIsAlike() throws IOException {
    assertThat(walk(SOUND).findings()).isEmpty();
  }

  @Test
  void otherStatusBytesOrCommandsAreFoundAtEachDoor() throws IOException {
    assertThat(findings(asked -> new Told(410, "none", List.of("find", "insert"))))
        .anyMatch(each -> each.startsWith("GET /cases/{id}: marko got 410"))
        .anyMatch(each -> each.startsWith("POST /cases/{id}/stop: marko got 410"))
        .anyMatch(each -> each.startsWith("POST /alerts: marko got 410"));
    assertThat(findings(asked -> new Told(404, "hidden", List.of("find", "insert"))))
        .anyMatch(each -> each.contains("and for an unknown id 404"));
    assertThat(findings(asked -> new Told(404, "none", List.of("find"))))
        .anyMatch(each -> each.contains("asked [find cases] of the store"));
    assertThat(findings(asked -> new Told(404, "none", List.of("insert", "find"))))
        .anyMatch(each -> each.contains("and for an unknown id [find cases, insert cases]"));
  }

  @Test
  void aThingThatIsReadBeforeItIsDeniedIsFound() throws IOException {
    assertThat(findings(asked -> sound(asked).reading(390))).isEmpty();
    assertThat(findings(asked -> sound(asked).reading(3_000)))
        .anyMatch(each -> each.startsWith("GET /cases/{id}: marko read"));
    assertThat(walk(SOUND).whereContentDecides().findings()).isEmpty();
  }

  @Test
  void aVersionThatIsLookedAtFirstIsFound() throws IOException {
    assertThat(
            findings(
                asked ->
                    asked.version().contains("\"0\"")
                        ? new Told(412, "", List.of())
                        : sound(asked)))
        .singleElement()
        .asString()
        .contains("POST /alerts: marko with [If-Match: \"0\"] got 412");
  }

  @Test
  void aListThatNamesItIsFoundInItsCursorToo() throws IOException {
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("RANK 7 " + HIDDEN).getBytes(UTF_8));
    for (String page : List.of("[\"" + HIDDEN + "\"]", "{\"next\": \"" + cursor + "\"}")) {
      service =
          asked ->
              asked.what().equals("GET /cases") ? new Told(200, page, List.of()) : sound(asked);
      assertThat(walk(SOUND).findings()).containsExactly("GET /cases: marko finds the case");
    }
  }

  @Test
  void anOperationThatTheWalkDoesNotKnowOrCannotFillInIsFound() throws IOException {
    assertThat(walk(SOUND.replace("/cases/{id}/stop:", "/cases/{id}/notes/{note}:")).findings())
        .contains(
            "POST /cases/{id}/stop: is no operation",
            "POST /cases/{id}/notes/{note}: say whether a note is hidden(…) or one of others(…)");
    assertThat(
            walk(SOUND.replace("enum: [HIGH, LOW]", "type: string, pattern: '^Q{7}$'")).findings())
        .containsExactly(
            "POST /alerts: cannot be filled in: give it a body(…), or its parameters an example");
    assertThat(
            walk(SOUND.replace("enum: [HIGH, LOW]", "type: string, pattern: '^Q{7}$'"))
                .body("POST /alerts", "{\"case\": \"" + HIDDEN + "\", \"level\": \"QQQQQQQ\"}")
                .findings())
        .isEmpty();
  }

  @Test
  void anOperationThatIsSaidToNameNothingIsNotWalked() throws IOException {
    service =
        asked -> asked.what().equals("POST /alerts") ? new Told(201, "", List.of()) : sound(asked);
    assertThat(walk(SOUND).findings()).isNotEmpty();
    assertThat(walk(SOUND).others("POST /alerts").findings()).isEmpty();
    assertThat(walk(SOUND).others("POST /alarms").findings())
        .contains("POST /alarms: is no operation");
  }

  @Test
  void aWalkThatHearsNothingOrMayAskNothingIsNone() throws IOException {
    service = asked -> new Told(sound(asked).status(), "", List.of());
    assertThat(walk(SOUND).findings())
        .anyMatch(each -> each.contains("is storeListener its bean?"));
    service = asked -> new Told(403, "", List.of());
    assertThat(walk(SOUND).findings())
        .anyMatch(each -> each.contains("open to none of the callers"));
    assertThat(walk(SOUND).seenBy("Authorization: Bearer ana").findings())
        .anyMatch(each -> each.contains("shows nothing to anybody"));
  }
}
