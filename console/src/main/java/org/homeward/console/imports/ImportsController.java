package org.homeward.console.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Files of other systems: uploaded, looked at, taken, reviewed. */
@RestController
class ImportsController {

  private static final String API = "/api/v1/imports";
  private static final String PAGE = "/imports";
  private static final String CSV = "text/csv";

  /** What somebody types here may be a name, which no address carries. */
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

  private static final Set<String> MOVES = Set.of("take", "review", "discard");
  private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);
  private static final List<String> COUNTS =
      List.of("all", "taken", "known", "asked", "refused", "deletions");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  ImportsController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(
      HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    String told = done.equals("discard") ? pages.words(request).say("imports.done.discard") : "";
    return list(request, HttpStatus.OK, HttpFormEnd.freshKey(), "", "", told, List.of());
  }

  /** Without JavaScript: a form with a file. */
  @PostMapping(PAGE)
  ResponseEntity<String> upload(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String exercise,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String key) {
    Words words = pages.words(request);
    if (file == null || file.isEmpty()) {
      return list(
          request, UNPROCESSABLE, key, source, exercise, "", List.of(words.say("imports.choose")));
    }
    byte[] bytes = bytes(file);
    String type = type(bytes);
    String table = type.equals(CSV) ? source.strip() : "";
    if (type.equals(CSV) && !SOURCE.matcher(table).matches()) {
      String rule = rule(words, table.isEmpty() ? "required" : "wrong-form");
      return list(request, UNPROCESSABLE, key, source, exercise, "", List.of("source: " + rule));
    }
    String address = API + "?exercise=" + inQuery(exercise) + "&source=" + inQuery(table);
    Answer answer = api.post(address, bytes, type, key);
    return HttpFormEnd.of(words, key)
        .after(
            answer,
            done -> HttpFormEnd.leadTo(PAGE + "/" + done.body().path("import").asString("")),
            again ->
                list(
                    request,
                    again.status(),
                    again.key(),
                    source,
                    exercise,
                    "",
                    wrong(words, again, answer)));
  }

  /** What is wrong with the file, or with its first rows. */
  private static List<String> wrong(Words words, HttpFormEnd.Again again, Answer answer) {
    List<String> wrong = new ArrayList<>();
    if (answer instanceof Answer.Refused refused) {
      for (Answer.Wrong error : refused.errors()) {
        String place = error.pointer().replaceFirst("^/(rows/)?", "").replace('/', ' ');
        wrong.add(
            place.isEmpty() ? rule(words, error.rule()) : place + ": " + rule(words, error.rule()));
      }
    }
    return wrong.isEmpty() ? List.of(again.reason()) : wrong;
  }

  private static String inQuery(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** By its first sign, because browsers name files by their endings. */
  private static String type(byte[] file) {
    for (byte each : file) {
      boolean isLetter = each > ' ';
      if (isLetter) {
        return each == '<' ? "application/xml" : CSV;
      }
    }
    return CSV;
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ResponseEntity<String> list(
      HttpServletRequest request,
      HttpStatusCode status,
      String key,
      String source,
      String exercise,
      String told,
      List<String> wrong) {
    Words words = pages.words(request);
    List<ImportsPage.Line> lines =
        api.read(API + "?limit=200")
            .body()
            .path("imports")
            .valueStream()
            .map(each -> line(words, each))
            .toList();
    var page = new ImportsPage(lines, isSupervisor(), key, source, exercise, told, wrong);
    return pages.show(request, status, "imports/imports.jte", page);
  }

  private ImportsPage.Line line(Words words, JsonNode each) {
    return new ImportsPage.Line(
        each.path("import").asString(""),
        each.path("stage").asString(""),
        each.path("exercise").asBoolean(false),
        each.path("overdue").asBoolean(false),
        each.path("format").asString(""),
        each.path("source").asString(""),
        when(words, each.path("at")),
        words.colleague(each.path("by").asString("")),
        each.path("rows").path("all").asInt(0));
  }

  private String when(Words words, JsonNode at) {
    return FactWords.instant(at).map(then -> words.when(then, clock.instant())).orElse("");
  }

  private static boolean isSupervisor() {
    return HttpPages.person().filter(person -> person.is("supervisor")).isPresent();
  }

  @GetMapping(PAGE + "/{id}")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = MOVES.contains(done) ? pages.words(request).say("imports.done." + done) : "";
    return read(request, HttpStatus.OK, id, HttpFormEnd.freshKey(), told, "");
  }

  @PostMapping(PAGE + "/{id}/{move}")
  ResponseEntity<String> move(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String move,
      @RequestParam Map<String, String> form) {
    if (!MOVES.contains(move)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    String key = form.getOrDefault("key", "");
    String seen = form.getOrDefault("seen", "");
    String path = API + "/" + PathId.of(id) + "/" + move;
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(path, JsonNodeFactory.instance.objectNode(), key + "-" + move, seen),
            _ ->
                HttpFormEnd.leadTo(
                    move.equals("discard")
                        ? PAGE + "?done=discard"
                        : PAGE + "/" + id + "?done=" + move),
            again -> read(request, again.status(), id, again.key(), "", again.reason()));
  }

  private ResponseEntity<String> read(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String key,
      String told,
      String wrong) {
    Words words = pages.words(request);
    Answer.Done found = api.read(API + "/" + PathId.of(id));
    JsonNode one = found.body();
    List<ImportPage.Row> left = one.path("left").valueStream().map(row -> row(words, row)).toList();
    JsonNode rows = one.path("rows");
    int notTaken = rows.path("asked").asInt(0) + rows.path("refused").asInt(0);
    String stage = one.path("stage").asString("");
    boolean mayGo = stage.equals("CHECKED") || stage.equals("REVIEWED");
    var page =
        new ImportPage(
            id,
            one.path("exercise").asBoolean(false),
            stage,
            one.path("overdue").asBoolean(false),
            one.path("format").asString(""),
            one.path("source").asString(""),
            when(words, one.path("at")),
            words.colleague(one.path("by").asString("")),
            COUNTS.stream()
                .map(
                    each ->
                        new ImportPage.Count(
                            words.say("imports.count." + each), rows.path(each).asInt(0)))
                .toList(),
            left,
            Math.max(0, notTaken - left.size()),
            isSupervisor(),
            mayGo,
            found.etag(),
            key,
            told,
            wrong);
    return pages.show(request, status, "imports/import.jte", page);
  }

  private static ImportPage.Row row(Words words, JsonNode row) {
    List<ImportPage.Why> why =
        row.path("why")
            .valueStream()
            .map(
                each ->
                    new ImportPage.Why(
                        each.path("pointer").asString("").replaceFirst("^/", ""),
                        rule(words, each.path("rule").asString("")),
                        each.path("choices").valueStream().map(JsonNode::asString).toList()))
            .toList();
    return new ImportPage.Row(
        row.path("row").asInt(0), row.path("outcome").asString("").equals("ASKED"), why);
  }

  private static String rule(Words words, String rule) {
    return words.rule(rule, "import");
  }
}
