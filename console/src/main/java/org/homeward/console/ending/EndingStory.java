package org.homeward.console.ending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.console.steps.StepLink;
import tools.jackson.databind.JsonNode;

/** Says what is decided after a find, as the API has it. */
final class EndingStory {

  private static final Set<String> ALIVE = Set.of("FOUND_SAFE", "FOUND_HARMED");

  private final Words words;
  private final Person reader;
  private final String caseId;
  private final Instant now;

  /**
   * @param reader the person at the browser
   */
  EndingStory(Words words, Person reader, String caseId, Instant now) {
    this.words = words;
    this.reader = reader;
    this.caseId = caseId;
    this.now = now;
  }

  /**
   * @param ending what is decided
   * @param found the case, with its facts
   * @param interviews that were offered
   * @param ours whether this node decides about it
   */
  List<EndingPage.Child> children(
      JsonNode ending, JsonNode found, JsonNode interviews, boolean ours) {
    boolean isOpen = ours && !ending.has("closed");
    return ending
        .path("children")
        .valueStream()
        .map(
            child -> {
              List<JsonNode> offered =
                  interviews
                      .path("interviews")
                      .valueStream()
                      .filter(each -> each.path("child").equals(child.path("child")))
                      .toList();
              return child(child, found, offered, isOpen, ours);
            })
        .toList();
  }

  private EndingPage.Child child(
      JsonNode child, JsonNode found, List<JsonNode> offered, boolean isOpen, boolean ours) {
    String id = child.path("child").asString("");
    List<StepLink> steps = new ArrayList<>();
    if (isOpen && child.path("status").asString("").equals("MISSING") && reader.isOnCases()) {
      steps.add(decision("located", id));
    }
    if (isOpen && !child.path("status").asString("").equals("ENDED") && reader.isOnCases()) {
      steps.add(decision("end", id));
    }
    if (ours) {
      add(steps, EndingStep.SAFETY, "?child=" + id);
    }
    if (ours && child.path("status").asString("").equals("ENDED")) {
      if (ALIVE.contains(child.path("outcome").asString(""))
          && offered.stream().allMatch(each -> each.has("end"))) {
        add(steps, EndingStep.OFFER, "?child=" + id);
      }
      add(steps, EndingStep.AGAIN, "?child=" + id);
    }
    return new EndingPage.Child(
        who(found, id),
        found(child),
        child.path("safety").asString(""),
        child.path("words").valueStream().map(this::word).toList(),
        child.path("keepHidden").asBoolean(false),
        child
            .path("claimants")
            .valueStream()
            .map(each -> claimant(each, found, id, isOpen, ours))
            .toList(),
        offered.stream().map(this::interview).toList(),
        steps);
  }

  private EndingPage.Interview interview(JsonNode interview) {
    JsonNode end = interview.path("end");
    String about = "?item=" + interview.path("interview").asString("");
    List<StepLink> steps = new ArrayList<>();
    if (end.isMissingNode()) {
      add(steps, EndingStep.REFUSED, about);
      add(steps, EndingStep.HELD, about);
    }
    String who =
        interview.has("person")
            ? words.person(interview.path("person").asString(""), reader.id())
            : interview.path("name").asString("");
    String offered =
        Stream.of(
                words.code("interviewOffice", interview.path("office").asString("")),
                who,
                FactWords.instant(interview.path("offeredAt"))
                    .map(at -> words.say("ending.interview.offered", words.dated(at, now)))
                    .orElse(""),
                end.isMissingNode() ? due(interview) : "",
                answered(end))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return new EndingPage.Interview(offered, said(end), steps);
  }

  private String due(JsonNode interview) {
    String owner = words.person(interview.path("owner").asString(""), reader.id());
    return FactWords.instant(interview.path("due"))
        .map(at -> words.say("ending.interview.due", owner, words.due(at, now)))
        .orElse("");
  }

  private String answered(JsonNode end) {
    if (end.isMissingNode()) {
      return words.say("ending.interview.open");
    }
    boolean held = end.path("held").asBoolean(false);
    return words.say(held ? "ending.interview.held" : "ending.interview.refused") + " · " + by(end);
  }

  private List<String> said(JsonNode end) {
    List<String> said = new ArrayList<>();
    end.path("answers")
        .forEach(
            each ->
                said.add(
                    words.say("ending.field.answer." + each.path("question").asString(""))
                        + " "
                        + each.path("text").asString("")));
    if (end.has("danger")) {
      boolean isFiled = end.path("danger").has("report");
      said.add(
          words.say(
              isFiled ? "ending.interview.danger" : "ending.interview.danger.unfiled",
              end.path("danger").path("text").asString("")));
    }
    return said;
  }

  private StepLink decision(String what, String child) {
    return new StepLink(
        words.say("decision." + what + ".title"),
        "/cases/" + caseId + "/decide/" + what + "?child=" + child);
  }

  private void add(List<StepLink> steps, EndingStep step, String about) {
    if (step.isOpenTo(reader)) {
      steps.add(step.link(words, caseId, about));
    }
  }

  String who(JsonNode found, String child) {
    return CaseWords.child(words, found.path("facts").path("children").path(child));
  }

  private String found(JsonNode child) {
    String outcome = child.path("outcome").asString("");
    return outcome.isEmpty()
        ? words.code("ChildState", child.path("status").asString(""))
        : words.code("Outcome", outcome);
  }

  private String word(JsonNode word) {
    String hiding = word.path("hiding").asString("");
    String hidden = hiding.isEmpty() ? "" : words.code("hiding", hiding);
    return Stream.of(
            words.code("safeFinding", word.path("finding").asString("")),
            meeting(word.path("meeting")),
            hidden,
            word.path("note").asString(""),
            by(word))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String meeting(JsonNode meeting) {
    if (meeting.isMissingNode()) {
      return "";
    }
    String weight = meeting.path("weight").asString("");
    return Stream.of(
            words.code("metBy", meeting.path("who").asString("")),
            words.code("metHow", meeting.path("how").asString("")),
            FactWords.instant(meeting.path("at")).map(at -> words.dated(at, now)).orElse(""),
            meeting.path("reference").asString(""),
            weight.equals("COUNTS") ? "" : words.code("metWeight", weight))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String by(JsonNode of) {
    String who = words.person(of.path("by").asString(""), reader.id());
    return FactWords.instant(of.path("at"))
        .map(at -> words.say("ending.by", who, words.dated(at, now)))
        .orElse(who);
  }

  private EndingPage.Claimant claimant(
      JsonNode claimant, JsonNode found, String child, boolean isOpen, boolean ours) {
    String report = claimant.path("report").asString("");
    boolean mayBeTold = claimant.path("mayBeTold").asBoolean(false);
    boolean isTold =
        claimant.path("decisions").valueStream().anyMatch(each -> !each.has("withdrawn"));
    String about = "?child=" + child + "&report=" + report;
    List<StepLink> steps = new ArrayList<>();
    if (ours) {
      add(steps, EndingStep.HEARD, about);
    }
    if (isOpen && !mayBeTold) {
      add(steps, EndingStep.TELL, about);
    }
    if (ours && isTold) {
      add(steps, EndingStep.WITHDRAW, about);
    }
    List<String> said = new ArrayList<>();
    claimant.path("decisions").forEach(each -> said.addAll(decision(each)));
    claimant.path("hearings").forEach(each -> said.add(hearing(each)));
    return new EndingPage.Claimant(
        claimant(found, report),
        mayBeTold,
        claimant.path("rules").valueStream().map(this::rule).toList(),
        said,
        steps);
  }

  /** The caller of a report, as far as the reader may know. */
  String claimant(JsonNode found, String report) {
    Optional<JsonNode> of =
        found
            .path("reports")
            .valueStream()
            .filter(each -> each.path("id").asString("").equals(report))
            .findFirst();
    if (of.isEmpty()) {
      return "";
    }
    JsonNode caller = of.get().path("says").path("reporter");
    String relation = caller.path("relation").asString("");
    return Stream.of(
            caller.path("name").path("full").asString(""),
            relation.isEmpty() ? "" : words.code("ReporterRelation", relation),
            FactWords.instant(of.get().path("at"))
                .map(at -> words.say("ending.called", words.dated(at, now)))
                .orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private EndingPage.Rule rule(JsonNode row) {
    return new EndingPage.Rule(
        words.code("whereaboutsRule", row.path("rule").asString("")),
        row.path("met").asBoolean(false));
  }

  private List<String> decision(JsonNode decision) {
    List<String> said = new ArrayList<>();
    JsonNode withdrawn = decision.path("withdrawn");
    if (!withdrawn.isMissingNode()) {
      said.add(sentence("ending.withdrawn", withdrawn));
    } else if (!decision.path("stands").asBoolean(false)) {
      said.add(words.say("ending.void"));
    }
    said.add(sentence("ending.told", decision));
    return said;
  }

  private String sentence(String key, JsonNode of) {
    return Stream.of(words.say(key), of.path("reason").asString(""), by(of))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String hearing(JsonNode hearing) {
    String feared =
        hearing
            .path("feared")
            .valueStream()
            .map(each -> words.code("Feared", each.asString("")))
            .collect(Collectors.joining(", "));
    return Stream.of(
            words.code("childWish", hearing.path("wish").asString("")),
            feared.isEmpty() ? "" : words.say("ending.fears", feared),
            meeting(hearing.path("meeting")),
            by(hearing))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /**
   * What a decision about this claimant rests on, in words.
   *
   * @param child as the API has it
   */
  List<String> grounds(JsonNode child, JsonNode found, String report) {
    List<String> grounds = new ArrayList<>();
    JsonNode claimant =
        child
            .path("claimants")
            .valueStream()
            .filter(each -> each.path("report").asString("").equals(report))
            .findFirst()
            .orElse(child.path("claimants").path(-1));
    for (JsonNode row : claimant.path("rules")) {
      EndingPage.Rule rule = rule(row);
      grounds.add(words.say(rule.met() ? "ending.rule.met" : "ending.rule.unmet", rule.text()));
    }
    String orders = found.path("ordersChecked").path("orders").asString("");
    if (!orders.isEmpty()) {
      grounds.add(words.say("ending.tell.orders", orders));
    }
    claimant.path("hearings").forEach(each -> grounds.add(hearing(each)));
    child.path("words").forEach(each -> grounds.add(word(each)));
    return grounds;
  }

  /** Each kind of what is open once. */
  List<String> open(JsonNode ending) {
    return ending.path("open").valueStream().map(this::matter).distinct().toList();
  }

  private String matter(JsonNode open) {
    String kind = open.path("kind").asString("");
    return words.has("code.task." + kind)
        ? words.code("task", kind)
        : words.code("openMatter", open.path("matter").asString(""));
  }

  String closed(JsonNode ending, JsonNode found) {
    JsonNode closed = ending.path("closed");
    if (closed.isMissingNode()) {
      return "";
    }
    String how =
        closed
            .path("howFound")
            .propertyStream()
            .map(
                each ->
                    who(found, each.getKey())
                        + ": "
                        + words.codeInText("HowFound", each.getValue().asString("")))
            .collect(Collectors.joining(" · "));
    return Stream.of(words.say("ending.closed"), how, closed.path("note").asString(""), by(closed))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Steps of aftercare that nobody has ended, the next one first. */
  List<EndingPage.Care> care(JsonNode work) {
    return work.path("items")
        .valueStream()
        .filter(item -> item.path("kind").asString("").equals("AFTERCARE") && !item.has("done"))
        .sorted((a, b) -> a.path("due").asString("").compareTo(b.path("due").asString("")))
        .map(this::step)
        .toList();
  }

  private EndingPage.Care step(JsonNode item) {
    String about = "?item=" + item.path("item").asString("");
    List<StepLink> steps = new ArrayList<>();
    add(steps, EndingStep.NEXT, about);
    add(steps, EndingStep.DONE, about);
    return new EndingPage.Care(
        item.path("what").asString(""),
        FactWords.instant(item.path("due")).map(at -> words.due(at, now)).orElse(""),
        steps);
  }

  /** What this person may do about the case as a whole. */
  List<StepLink> steps(JsonNode ending, boolean ours) {
    List<StepLink> steps = new ArrayList<>();
    if (ours) {
      add(steps, EndingStep.AFTERCARE, "");
    }
    if (ours && !ending.has("closed") && ending.path("open").isEmpty()) {
      add(steps, EndingStep.CLOSE, "");
    }
    return steps;
  }
}
