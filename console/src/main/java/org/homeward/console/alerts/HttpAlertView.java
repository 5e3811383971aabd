package org.homeward.console.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.console.alerts.AlertPage.Child;
import org.homeward.console.alerts.AlertPage.Deciding;
import org.homeward.console.alerts.AlertPage.MailText;
import org.homeward.console.alerts.AlertPage.SmsText;
import org.homeward.console.alerts.AlertPage.StandingStop;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.criteria.CriteriaWords;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.facts.SeenWords;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the page of an alert from what the API tells this person of it. */
final class HttpAlertView {

  static final String ALERTS = "/api/v1/alerts/";
  static final String STOPS = "/api/v1/stops";

  /** How long a preview may be approved. */
  private static final Duration PREVIEW_LASTS = Duration.ofMinutes(30);

  private static final String LEAVE = "{leave}";

  private final HttpApi api;
  private final Words words;
  private final Function<Language, Words> languages;
  private final AlertWords alertWords;
  private final Person reader;
  private final Instant now;

  /**
   * @param words of the reader
   * @param languages the words of each language
   */
  HttpAlertView(
      HttpApi api,
      Words words,
      Function<Language, Words> languages,
      String node,
      Person reader,
      Instant now) {
    this.api = api;
    this.words = words;
    this.languages = languages;
    this.alertWords = new AlertWords(words, node, reader.id(), now);
    this.reader = reader;
    this.now = now;
  }

  /**
   * @param told what has just been done, in words
   * @param typed what stands in the fields
   * @param wrong what is wrong, by field
   */
  AlertPage of(String id, String told, Map<String, String> typed, Map<String, String> wrong) {
    JsonNode alert = api.read(ALERTS + id).body();
    JsonNode waiting = alert.has("next") ? alert.path("next") : alert;
    @Nullable JsonNode mails = mails(id);
    boolean decides = alert.has("next") || AlertWords.status(alert).equals("DRAFT");
    @Nullable StandingStop stop = stop(id, alert);
    List<Child> children = children(alert);
    return new AlertPage(
        id,
        alert.path("case").asString(""),
        alertWords.code(alert),
        waiting.path("reference").asString(""),
        waiting.path("code").asString(""),
        AlertWords.status(alert),
        alert.path("exercise").asBoolean(false),
        UUID.randomUUID().toString(),
        told,
        facts(alert, waiting, mails),
        warnings(alert, waiting, decides),
        children,
        AlertWords.isPublic(alert) && waiting.has("preview")
            ? new CriteriaWords(words).of(waiting.path("criteria"))
            : null,
        decides ? deciding(waiting) : null,
        mails == null ? List.of() : mails.path("mails").valueStream().map(this::mail).toList(),
        mails == null
            ? List.of()
            : mails.path("photos").valueStream().map(alertWords::photo).toList(),
        progress(id, alert),
        stop,
        moves(alert, waiting, decides, stop != null, children),
        typed,
        wrong);
  }

  /** The numbers alone, for the browser that refreshes them. */
  @Nullable Progress progress(String id) {
    return progress(id, api.read(ALERTS + id).body());
  }

  /** Whether the word of police is there, for the browser that waits for it. */
  OrdersPage orders(String id) {
    JsonNode alert = api.read(ALERTS + id).body();
    JsonNode waiting = alert.has("next") ? alert.path("next") : alert;
    return new OrdersPage(id, alert.path("case").asString(""), waiting.has("ordersChecked"));
  }

  private @Nullable Progress progress(String id, JsonNode alert) {
    return alert.has("deliveries")
        ? AlertWords.isPublic(alert)
            ? alertWords.progress(alert)
            : alertWords.progress(alert, api.read(ALERTS + id + "/deliveries").body())
        : null;
  }

  /** Null for those who do not read them, and once they are gone. */
  private @Nullable JsonNode mails(String id) {
    boolean reads = reader.is("supervisor") || reader.is("authority");
    return reads && api.get(ALERTS + id + "/mails") instanceof Answer.Done(_, JsonNode body, _)
        ? body
        : null;
  }

  private MailText mail(JsonNode mail) {
    String language = mail.path("language").asString("");
    return new MailText(
        language,
        words.code("mailLanguage", language),
        mail.path("subject").asString(""),
        withoutLink(language, mail.path("text")),
        mail.path("end").path("subject").asString(""),
        withoutLink(language, mail.path("end").path("text")),
        mail.has("sms")
            ? List.of(sms("alert", mail.at("/sms/alert")), sms("end", mail.at("/sms/end")))
            : List.of());
  }

  private SmsText sms(String what, JsonNode sms) {
    return new SmsText(
        words.say("alert.sms." + what, String.valueOf(sms.path("segments").asInt(0))),
        sms.path("text").asString(""));
  }

  /** What stands in its place is in the language of the mail, as everything around it is. */
  private String withoutLink(String language, JsonNode text) {
    Words own =
        Language.ready().stream()
            .filter(each -> each.locale().getLanguage().equals(language))
            .findFirst()
            .map(languages)
            .orElse(words);
    return text.asString("").replace(LEAVE, "[" + own.say("alert.mail.leave") + "]").strip();
  }

  /** By name, which only the case tells. */
  private List<Child> children(JsonNode alert) {
    JsonNode ids = alert.path("children");
    if (ids.size() < 2
        || !reader.isOnCases()
        || !(api.get("/api/v1/cases/" + alert.path("case").asString(""))
            instanceof Answer.Done(_, JsonNode found, _))) {
      return List.of();
    }
    JsonNode facts = found.path("facts").path("children");
    List<String> out =
        alert.path("withdrawn").valueStream().map(child -> child.asString("")).toList();
    return ids.valueStream()
        .map(child -> child.asString(""))
        .map(id -> new Child(id, CaseWords.child(words, facts.path(id)), out.contains(id)))
        .toList();
  }

  private List<Fact> facts(JsonNode alert, JsonNode waiting, @Nullable JsonNode mails) {
    List<Fact> facts = new ArrayList<>();
    fact(facts, "audience", words.code("Audience", waiting.path("audience").asString("")));
    fact(facts, "people", alertWords.people(waiting));
    fact(facts, "systems", alertWords.systems(waiting));
    fact(facts, "phones", alertWords.phones(waiting));
    fact(facts, "area", alertWords.area(waiting.path("area")));
    if (alert.has("over")) {
      fact(facts, "over", alertWords.when(alert.path("over")));
    } else {
      fact(facts, "until", alertWords.when(waiting.path("until")));
    }
    if (mails != null) {
      fact(facts, "office", mails.path("office").asString(""));
      fact(facts, "order", mails.path("order").asString(""));
    }
    fact(facts, "author", alertWords.author(waiting.path("author")));
    if (alert.has("approver")) {
      fact(
          facts,
          "approver",
          alertWords.person(alert.path("approver"))
              + ", "
              + alertWords.when(alert.path("approvedAt")));
    }
    return facts;
  }

  private void fact(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, words.say("alert.fact." + name), value, false));
    }
  }

  private List<String> warnings(JsonNode alert, JsonNode waiting, boolean decides) {
    List<String> warnings = new ArrayList<>();
    silent(alert, waiting).ifPresent(warnings::add);
    if (AlertWords.isForNobody(waiting) && !alert.has("over")) {
      warnings.add(words.say("alert.warn.nobody." + whoHelps(waiting, decides)));
    }
    if (decides && isTooOld(waiting)) {
      warnings.add(words.say("alert.warn.tooOld"));
    }
    if (waiting.path("caseChanged").asBoolean(false)) {
      warnings.add(words.say("alert.warn.caseChanged"));
    }
    if (waiting.path("seenSince").asBoolean(false) && !alert.has("over")) {
      warnings.add(seenSince(alert.path("case").asString("")));
    }
    if (waiting.has("beside")) {
      warnings.add(words.say("alert.warn.beside"));
    }
    if (waiting.has("keptFrom")) {
      long desks = waiting.at("/keptFrom/desks").asLong(0);
      long persons = waiting.at("/keptFrom/persons").asLong(0);
      warnings.add(words.say("alert.warn.keptFrom", alertWords.figure(desks + persons)));
    }
    for (JsonNode left : waiting.path("leftOut")) {
      warnings.add(
          words.say(
              "alert.warn.leftOut." + left.path("why").asString(""),
              what(left.path("what").asString(""))));
    }
    if (alert.path("reason").asString("").equals("WRONG_CHILD")) {
      warnings.add(words.say("alert.warn.wrongChild"));
    }
    return warnings;
  }

  /** Where and when is for the case team; the alert itself tells only that there is something. */
  private String seenSince(String caseId) {
    String said = reader.isOnCases() ? seenSince(api, words, caseId, now) : "";
    return said.isEmpty()
        ? words.say("alert.warn.seenSince")
        : words.say("alert.warn.seenSince.where", said);
  }

  /** What a tip says of a later time than the reports; empty where none does, or nobody tells. */
  static String seenSince(HttpApi api, Words words, String caseId, Instant now) {
    return api.get("/api/v1/cases/" + caseId) instanceof Answer.Done(_, JsonNode found, _)
        ? SeenWords.line(words, found.path("seenSince"), now)
        : "";
  }

  /** Without an answer of that list the alert is shown all the same. */
  private Optional<String> silent(JsonNode alert, JsonNode waiting) {
    return alert.has("deliveries")
            && alertWords.hasOrganisations(waiting)
            && api.get(ALERTS + alert.path("alert").asString("") + "/answers")
                instanceof Answer.Done(_, JsonNode answers, _)
        ? Optional.of(alertWords.silent(answers)).filter(words -> !words.isEmpty())
        : Optional.empty();
  }

  /** Where nobody gets it, its author looks for others; whoever decides gives it back. */
  private String whoHelps(JsonNode waiting, boolean decides) {
    if (!decides || waiting.path("edition").asInt(1) > 1) {
      return "out";
    }
    return reader.is("supervisor") ? "write" : "decide";
  }

  /** A language, or a fact by the last part of its pointer. */
  private String what(String what) {
    String last = what.substring(what.lastIndexOf('/') + 1);
    String fact = "fact." + last;
    return words.has(fact) ? words.say(fact) : words.code("mailLanguage", last);
  }

  private boolean isTooOld(JsonNode waiting) {
    return FactWords.instant(waiting.path("previewAt"))
        .filter(at -> at.plus(PREVIEW_LASTS).isBefore(now))
        .isPresent();
  }

  private Deciding deciding(JsonNode waiting) {
    JsonNode returned = waiting.path("returned");
    return new Deciding(
        waiting.path("preview").asString(""),
        alertWords.people(waiting),
        AlertWords.isForNobody(waiting),
        alertWords.isForOrganisations(waiting),
        returned.isMissingNode() ? "" : alertWords.returned(returned),
        returned.path("words").asString(""),
        orders(waiting.path("ordersChecked")),
        waiting.path("ordersChecked").path("at").asString(""),
        waiting.path("ordersChecked").path("finding").asString("").equals("FOUND"));
  }

  private String orders(JsonNode checked) {
    return checked.isMissingNode()
        ? ""
        : words.say(
            "alert.orders.checked",
            words.codeInText("OrdersFinding", checked.path("finding").asString("")),
            checked.path("reference").asString(""),
            alertWords.when(checked.path("at")));
  }

  /** Only where it is stopped somebody has to be asked who did it. */
  private @Nullable StandingStop stop(String id, JsonNode alert) {
    boolean isStopped =
        alert.path("holds").valueStream().anyMatch(h -> h.asString("").equals("ALERT_STOPPED"));
    if (!isStopped || !(api.get(STOPS) instanceof Answer.Done(_, JsonNode found, _))) {
      return null;
    }
    return found
        .path("stops")
        .valueStream()
        .filter(stop -> stop.path("stop").asString("").equals("alert." + id))
        .filter(stop -> stop.path("status").asString("").equals("STANDING"))
        .findFirst()
        .map(
            stop ->
                new StandingStop(
                    said(stop),
                    stop.has("lift") ? said(stop.path("lift")) : "",
                    alertWords.isReader(stop.path("lift").path("by"))))
        .orElse(null);
  }

  private String said(JsonNode of) {
    return words.say("alert.by", alertWords.person(of.path("by")), alertWords.when(of.path("at")));
  }

  /** The API decides; what is not for this person's role or part is left out. */
  private List<String> moves(
      JsonNode alert, JsonNode waiting, boolean decides, boolean isStopped, List<Child> children) {
    List<String> allowed =
        alert.path("allowed").valueStream().map(move -> move.asString("")).toList();
    List<String> moves = new ArrayList<>();
    boolean isAuthor = alertWords.isReader(waiting.path("author"));
    for (String move : allowed) {
      boolean mine =
          switch (move) {
            case "approve" -> reader.is("authority") && waiting.path("yours").asBoolean(false);
            case "return" -> decides && !isAuthor && decider();
            case "amend", "update" -> reader.is("supervisor");
            case "freeze" ->
                alert.has("deliveries") && !isStopped && (reader.isOnCases() || decider());
            // With the last child the alert ends: that is another button.
            case "withdraw" -> children.stream().filter(child -> !child.out()).count() > 1;
            case "cancel" -> decider() || (alert.has("deliveries") && reader.isOnCases());
            default -> false;
          };
      if (mine) {
        moves.add(move);
      }
    }
    if (isStopped && decider()) {
      moves.add("lift");
    }
    if (alert.has("deliveries") && !AlertWords.isPublic(alert) && decider()) {
      moves.add("measures");
    }
    boolean calls = reader.isOnCases() || decider();
    if (calls && alert.has("deliveries") && alertWords.hasOrganisations(waiting)) {
      moves.add("organisations");
    }
    return moves;
  }

  private boolean decider() {
    return reader.is("supervisor") || reader.is("authority");
  }
}
