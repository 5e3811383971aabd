package org.homeward.console.police;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.facts.SeenWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.durable.log.Cursor;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The live list of a desk's police, those still missing first, and one item. */
@RestController
class PoliceController {

  private static final int LIMIT = 200;
  private static final String FEED = "/api/v1/feeds/police?limit=" + LIMIT;
  private static final String URN = "urn:uuid:";
  private static final String KIND = "/kind";
  private static final String ORIGINAL = "original";

  /** What the feed has for a call without one. */
  private static final String NO_REFERENCE = "none";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  PoliceController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/police")
  ResponseEntity<String> live(
      HttpServletRequest request, @RequestParam(defaultValue = "") String before) {
    String place = Cursor.parse(before).map(Cursor::toString).orElse("");
    return pages.show(request, "police/live.jte", page(request, place));
  }

  @GetMapping("/police/list")
  ResponseEntity<String> list(HttpServletRequest request) {
    return pages.show(request, "police/list.jte", page(request, ""));
  }

  private PolicePage page(HttpServletRequest request, String before) {
    String desk = HttpPages.person().map(Person::desk).orElse("");
    Optional<JsonNode> feed = feed(before);
    Words words = pages.words(request);
    List<PolicePage.Line> items =
        feed.map(found -> activeFirst(found.path("items"))).orElseGet(List::of).stream()
            .map(item -> line(words, item))
            .toList();
    String older = feed.map(PoliceController::older).orElse("");
    return new PolicePage(desk, feed.isPresent(), items, older, before.isEmpty());
  }

  /** Empty when the node lets this person read nothing: she has no desk that is registered. */
  private Optional<JsonNode> feed(String before) {
    return switch (api.get(before.isEmpty() ? FEED : FEED + "&before=" + before)) {
      case Answer.Done(_, JsonNode feed, _) -> Optional.of(feed);
      case Answer.Refused(int status, _, _) when status == 403 -> Optional.empty();
      case Answer.Refused(int status, _, _) when status == 410 && !before.isEmpty() ->
          feed(""); // the node was restored, so this place is none any more
      case Answer failed -> throw HttpApi.failure(failed);
    };
  }

  /** Whoever is still missing comes before what has ended; both newest first. */
  static List<JsonNode> activeFirst(JsonNode items) {
    return items
        .valueStream()
        .sorted(Comparator.comparing(item -> !item.path("status").asString("").equals("ACTIVE")))
        .toList();
  }

  /** A full page has older ones before the place of its oldest. */
  static String older(JsonNode feed) {
    JsonNode items = feed.path("items");
    if (items.size() < LIMIT) {
      return "";
    }
    long oldest = items.valueStream().mapToLong(item -> item.path("n").asLong(0)).min().orElse(0);
    return Cursor.parse(feed.path("head").asString(""))
        .map(head -> new Cursor(head.epoch(), oldest).toString())
        .orElse("");
  }

  private PolicePage.Line line(Words words, JsonNode item) {
    return new PolicePage.Line(
        idOf(item),
        title(words, item),
        item.path("reference").asString(""),
        item.path("status").asString(""),
        item.path("exercise").asBoolean(false),
        updated(words, item),
        item.path("status").asString("").equals("ACTIVE") ? answer(item) : "");
  }

  /** What the reader's desk has said to it. */
  private static String answer(JsonNode item) {
    return item.path("acknowledged").path("says").asString(ItemPage.DeskAnswer.NONE);
  }

  /** Without a name, in the reader's language as far as there are facts. */
  static String title(Words words, JsonNode item) {
    JsonNode facts = item.path("facts");
    String who = CaseWords.nameless(words, facts);
    if (who.isEmpty()) {
      return ItemEnd.untold(words, item);
    }
    String title = words.code("risk", CaseWords.risk(facts)) + " · " + who;
    if (nowMissing(item).isPresent()) {
      return words.say("police.now.missing") + " · " + title;
    }
    return item.has("kind")
        ? words.code("CaseKind", item.path("kind").asString("")) + " · " + title
        : title;
  }

  private static String idOf(JsonNode item) {
    String id = item.path("id").asString("");
    return id.startsWith(URN) ? id.substring(URN.length()) : id;
  }

  private String updated(Words words, JsonNode item) {
    return FactWords.instant(item.path("updated"))
        .map(at -> words.when(at, clock.instant()) + " (" + words.away(at, clock.instant()) + ")")
        .orElse("");
  }

  /** How a program of the desk reads what its people read here. */
  @GetMapping("/police/reader")
  ResponseEntity<String> reader(HttpServletRequest request) {
    String self = feed("").map(found -> found.at("/links/self").asString("")).orElse("");
    var page =
        new ReaderPage(
            !self.isEmpty(),
            HttpPages.person().map(Person::desk).orElse(""),
            self.replaceFirst("[?].*$", ""));
    return pages.show(request, "police/reader.jte", page);
  }

  @GetMapping("/police/{id}")
  ResponseEntity<String> item(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = done.equals("said") ? words.say("police.answer.kept") : "";
    return item(request, HttpStatus.OK, id, told, "", HttpFormEnd.freshKey());
  }

  /** What the desk does about it; the hotline sees it at once. */
  @PostMapping("/police/{id}/acknowledge")
  ResponseEntity<String> acknowledge(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String says,
      @RequestParam(defaultValue = "") String key) {
    Words words = pages.words(request);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("says", says);
    Answer answer = api.post("/api/v1/notices/" + PathId.of(id) + "/acknowledge", body, key, "");
    if (answer instanceof Answer.Refused(int status, _, _) && (status == 404 || status == 401)) {
      return item(request, HttpStatus.OK, id, "", "", key); // the page says why
    }
    return HttpFormEnd.of(words, key)
        .after(
            answer,
            _ -> HttpFormEnd.leadTo("/police/" + id + "?done=said"),
            again -> item(request, again.status(), id, "", again.reason(), again.key()));
  }

  /** The part of the page that refreshes itself; what a desk types is not in it. */
  @GetMapping("/police/{id}/told")
  ResponseEntity<String> toldAlone(HttpServletRequest request, @PathVariable String id) {
    return pages.show(request, "police/told.jte", itemPage(request, id, "", "", ""));
  }

  private ResponseEntity<String> item(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      String wrong,
      String key) {
    return pages.show(request, status, "police/item.jte", itemPage(request, id, told, wrong, key));
  }

  private ItemPage itemPage(
      HttpServletRequest request, String id, String told, String wrong, String key) {
    Words words = pages.words(request);
    JsonNode item = api.read("/api/v1/notices/" + PathId.of(id)).body();
    JsonNode facts = item.path("facts");
    var factWords = new FactWords(words, clock.instant()).zoned();
    List<Fact> said =
        Stream.of(
                new SeenWords(words, factWords).since(item.path("seenSince")).stream(),
                facts
                    .path("children")
                    .valueStream()
                    .flatMap(child -> factWords.ofChild(child).stream()),
                factWords.ofCase(facts).stream())
            .flatMap(all -> all)
            .toList();
    return new ItemPage(
        id,
        title(words, item),
        item.path("reference").asString(""),
        item.path("status").asString(""),
        item.path("exercise").asBoolean(false),
        updated(words, item),
        ItemEnd.outcome(words, item),
        ItemEnd.said(words, item),
        ItemEnd.mayBeMissing(item) ? ItemEnd.missing(words, item) : "",
        Stream.concat(
                about(words, item, clock.instant()),
                said.stream().filter(PoliceController::isWarning).map(Fact::value))
            .collect(Collectors.joining("\n")),
        said.stream().filter(fact -> !isWarning(fact)).toList(),
        texts(words, item.path("withheld")),
        item.path("toldByPhone").valueStream().map(call -> told(words, call)).toList(),
        item.path("changed")
            .valueStream()
            .map(change -> changed(words, factWords, change))
            .toList(),
        item.path("phone").asString(""),
        new ItemPage.DeskAnswer(
            answer(item),
            FactWords.instant(item.path("acknowledged").path("at"))
                .map(at -> words.when(at, clock.instant()))
                .orElse(""),
            told,
            wrong,
            key),
        item.path("photos").valueStream().map(photo -> photo(words, id, photo)).toList());
  }

  /** The change that made a child who was not missing a missing one. */
  private static Optional<JsonNode> nowMissing(JsonNode item) {
    return item.has("kind")
        ? Optional.empty()
        : item.path("changed")
            .valueStream()
            .filter(
                change ->
                    change
                        .path("what")
                        .valueStream()
                        .anyMatch(what -> what.asString("").equals(KIND)))
            .findFirst();
  }

  /**
   * An officer must not search for a child who is at home, or was found, and who read so must learn
   * when the child went missing.
   */
  static Stream<String> about(Words words, JsonNode item, Instant now) {
    Optional<Instant> since =
        nowMissing(item).flatMap(change -> FactWords.instant(change.path("at")));
    if (since.isPresent()) {
      return Stream.of(words.say("police.missing.since", words.when(since.get(), now)));
    }
    String key = "police.kind." + item.path("kind").asString("");
    return words.has(key) ? Stream.of(words.say(key)) : Stream.empty();
  }

  private static ItemPage.Photo photo(Words words, String notice, JsonNode photo) {
    List<String> says = new ArrayList<>();
    says.add(words.code("PhotoSource", photo.path("source").asString("")));
    if (photo.has("takenOn")) {
      says.add(words.say("police.photo.takenOn", photo.path("takenOn").asString("")));
    }
    says.add(
        words.say(
            "police.photo.saidBy",
            words.codeInText("PhotoWitness", photo.path("saidBy").asString(""))));
    says.add(words.code("PhotoLabel", photo.path("label").asString("")));
    return new ItemPage.Photo(
        "/police/" + notice + "/photos/" + photo.path("id").asString(""),
        says,
        photo.path("links").has(ORIGINAL));
  }

  /** The browser keeps nothing of it; the file as it came is saved, not shown. */
  @GetMapping("/police/{id}/photos/{photo}/{size}")
  ResponseEntity<byte[]> photo(
      @PathVariable String id, @PathVariable String photo, @PathVariable String size) {
    if (!size.matches("96|400|1600|original")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    byte[] bytes =
        api.picture(
            "/api/v1/notices/" + PathId.of(id) + "/photos/" + PathId.of(photo) + "/" + size);
    var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (size.equals(ORIGINAL)) {
      String saved = ContentDisposition.attachment().filename("photo").build().toString();
      return answer
          .header(HttpHeaders.CONTENT_DISPOSITION, saved)
          .contentType(MediaType.APPLICATION_OCTET_STREAM)
          .body(bytes);
    }
    return answer.contentType(MediaType.IMAGE_JPEG).body(bytes);
  }

  /** "Asked, and not known" is no warning; it stays with the other facts. */
  private static boolean isWarning(Fact fact) {
    return fact.field().equals("warnings") && !fact.answered();
  }

  private String told(Words words, JsonNode call) {
    String at =
        FactWords.instant(call.path("at"))
            .map(when -> words.when(when, clock.instant()))
            .orElse("");
    String reference = call.path("reference").asString("");
    return reference.equals(NO_REFERENCE)
        ? words.say("police.told", at)
        : words.say("police.told.ref", at, reference);
  }

  private String changed(Words words, FactWords factWords, JsonNode change) {
    String at =
        FactWords.instant(change.path("at"))
            .map(when -> words.when(when, clock.instant()))
            .orElse("");
    String what =
        change
            .path("what")
            .valueStream()
            .map(pointer -> changed(words, factWords, change.path("was"), pointer.asString("")))
            .collect(Collectors.joining(", "));
    return at + ": " + what;
  }

  /** A field, and what stood there before as far as the item still says it. */
  private static String changed(Words words, FactWords factWords, JsonNode was, String pointer) {
    String field = text(words, pointer);
    JsonNode before = pointer.startsWith("/") ? was.at(pointer) : was.path(pointer);
    return before.isMissingNode()
        ? field
        : words.say(
            "police.was",
            field,
            factWords.value(pointer.replaceFirst("^.*/", ""), before).replace("\n", ", "));
  }

  /** Fields and classes as people call them; what has no word stands for itself. */
  private static List<String> texts(Words words, JsonNode list) {
    return list.valueStream()
        .map(text -> text.asString(""))
        .map(text -> text(words, text))
        .toList();
  }

  private static String text(Words words, String name) {
    String last = name.replaceFirst("^.*[/.]", "");
    String field = "fact." + last;
    return words.has(field) ? words.say(field) : words.code("noticeChange", last);
  }
}
