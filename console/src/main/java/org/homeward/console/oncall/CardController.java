package org.homeward.console.oncall;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The register of who is on call: an administrator writes the whole card. */
@RestController
class CardController {

  private static final String PAGE = "/registers/on-call";
  private static final String TEMPLATE = "oncall/card.jte";
  private static final int MOST = 30;
  private static final int NEW_ROWS = 3;

  private final HttpApi api;
  private final HttpPages pages;

  CardController(HttpApi api, HttpPages pages) {
    this.api = api;
    this.pages = pages;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> read(
      HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    String told = done.equals("saved") ? pages.words(request).say("onCall.saved") : "";
    return show(request, HttpStatus.OK, List.of(), "", told, "");
  }

  @PostMapping(PAGE)
  ResponseEntity<String> save(HttpServletRequest request, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    List<CardPage.Row> rows = rows(form);
    String seen = form.getOrDefault("seen", "");
    return switch (api.put(OnCallController.CARD, body(rows), seen)) {
      case Answer.Done _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(URI.create(PAGE + "?done=saved"))
              .build();
      case Answer.Refused(int status, String type, _) when type.equals("precondition-failed") ->
          show(request, HttpStatusCode.valueOf(status), rows, "", "", words.say("onCall.changed"));
      case Answer.Refused refused ->
          show(
              request,
              HttpStatusCode.valueOf(refused.status()),
              wrong(words, rows, refused),
              seen,
              "",
              words.problem(refused.type()));
      case Answer.Away(String what) ->
          pages.show(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              TEMPLATE,
              new CardPage(
                  List.of(), rows, seen, "", words.say("away.unsure", words.say("away." + what))));
    };
  }

  /** The typed rows, without those that were emptied. */
  private static List<CardPage.Row> rows(Map<String, String> form) {
    List<CardPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < MOST + NEW_ROWS; i++) {
      var row =
          new CardPage.Row(
              typed(form, "id", i),
              typed(form, "duty", i),
              typed(form, "name", i),
              typed(form, "phone", i),
              typed(form, "note", i),
              "");
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String typed(Map<String, String> form, String field, int row) {
    return form.getOrDefault(field + "-" + row, "").strip();
  }

  private static ObjectNode body(List<CardPage.Row> rows) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode entries = body.putArray("entries");
    for (CardPage.Row row : rows) {
      ObjectNode entry = entries.addObject();
      if (!row.id().isEmpty()) {
        entry.put("id", row.id());
      }
      entry.put("duty", row.duty()).put("name", row.name()).put("phone", row.phone());
      if (!row.note().isEmpty()) {
        entry.put("note", row.note());
      }
    }
    return body;
  }

  private static List<CardPage.Row> wrong(
      Words words, List<CardPage.Row> rows, Answer.Refused refused) {
    List<CardPage.Row> marked = new ArrayList<>(rows);
    for (Answer.Wrong error : refused.errors()) {
      String[] parts = error.pointer().split("/", -1);
      if (parts.length > 3 && parts[2].matches("\\d{1,2}")) {
        int at = Integer.parseInt(parts[2]);
        if (at < marked.size()) {
          String field = "onCall." + parts[3];
          String name = words.has(field) ? words.say(field) + ": " : "";
          marked.set(at, marked.get(at).wrong(name + words.rule(error.rule())));
        }
      }
    }
    return marked;
  }

  /**
   * @param typed what somebody has typed; empty to begin from the card as it stands
   * @param seen the edition that was typed over; empty for the one that stands
   */
  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      List<CardPage.Row> typed,
      String seen,
      String told,
      String wrong) {
    Answer.Done found = api.read(OnCallController.CARD);
    List<CardPage.Row> entries =
        found.body().path("entries").valueStream().map(CardController::row).toList();
    List<CardPage.Row> rows = new ArrayList<>(typed.isEmpty() ? entries : typed);
    for (int i = 0; i < NEW_ROWS; i++) {
      rows.add(CardPage.Row.EMPTY);
    }
    boolean mayWrite = HttpPages.person().filter(person -> person.is("admin")).isPresent();
    return pages.show(
        request,
        status,
        TEMPLATE,
        new CardPage(
            entries,
            mayWrite ? rows : List.of(),
            seen.isEmpty() ? found.etag() : seen,
            told,
            wrong));
  }

  private static CardPage.Row row(JsonNode entry) {
    return new CardPage.Row(
        entry.path("id").asString(""),
        entry.path("duty").asString(""),
        entry.path("name").asString(""),
        entry.path("phone").asString(""),
        entry.path("note").asString(""),
        "");
  }
}
