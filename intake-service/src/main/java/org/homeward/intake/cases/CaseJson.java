package org.homeward.intake.cases;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.face.problem.Violation;
import org.homeward.intake.proposals.ReleaseProposals;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.json.SaysRules;
import org.homeward.schema.sightings.GradedSighting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The case as the case team's screens and scripts read it. */
final class CaseJson {

  private static final String OF_ANSWER = "/answers/([^/]+)$";
  private static final String LAST = "/([^/]+)$";
  private static final List<String> WHEN_AND_WHERE =
      List.of("at", "uncertaintyMinutes", "place", "source", "information");

  private CaseJson() {}

  /** One line of a list. */
  static Map<String, Object> line(ViewCases.View view) {
    Case state = view.state();
    Map<String, Object> json = head(view);
    json.put("held", state.reports().stream().filter(r -> r.report().isHeld()).count());
    json.put("facts", SaysCodec.write(view.facts()));
    return json;
  }

  static Map<String, Object> whole(ViewCases.View view) {
    Case state = view.state();
    Map<String, Object> json = head(view);
    json.put("notTo", state.notTo());
    RulingsJson.all(json, state);
    json.put("facts", SaysCodec.write(view.facts()));
    json.put("reports", view.reports().stream().map(report -> report(view, report)).toList());
    json.put("sightings", view.sightings().stream().map(CaseJson::sighting).toList());
    json.put("timeline", timeline(state));
    return json;
  }

  private static Map<String, Object> head(ViewCases.View view) {
    Case state = view.state();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", state.id());
    json.put("version", view.version());
    json.put("home", state.home());
    json.put("exercise", state.exercise());
    json.put("standing", state.standing());
    json.put("openedAt", state.openedAt());
    RulingsJson.state(json, state);
    json.put("children", children(state));
    json.put("tasks", state.allTasks().stream().map(CaseJson::task).toList());
    if (state.broughtBy() != null) {
      json.put("handover", id(state.broughtBy()));
    }
    seenSince(view).ifPresent(seen -> json.put("seenSince", seen));
    return json;
  }

  /** What a tip that police were told of says of a later time than the reports. */
  private static Optional<ObjectNode> seenSince(ViewCases.View view) {
    Map<GradedSighting, Report> told = new LinkedHashMap<>();
    view.state().reports().stream()
        .map(KeptReport::report)
        .filter(report -> !report.isHeld()) // upholds 12
        .forEach(report -> report.says().sightings().forEach(seen -> told.put(seen, report)));
    List<GradedSighting> readable =
        view.facts().sightings().stream().filter(told::containsKey).toList(); // upholds 6
    return CaseFacts.seenSince(view.facts().with().sightings(readable).build())
        .map(seen -> seen(seen, Objects.requireNonNull(told.get(seen))));
  }

  /** Without its words: whoever reads the case has them among the facts. */
  private static ObjectNode seen(GradedSighting seen, Report report) {
    Says alone = Says.builder().sightings(List.of(seen)).build();
    ObjectNode json = (ObjectNode) SaysCodec.write(alone).at("/sightings/0");
    json.retain(WHEN_AND_WHERE);
    json.put("report", report.id());
    if (report.channel() != null) {
      json.put("channel", report.channel().text());
    }
    return json;
  }

  private static Map<String, Object> task(Task task) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", task.id());
    json.put("kind", task.kind());
    task.report().ifPresent(report -> json.put("report", report));
    task.subject().ifPresent(subject -> json.put("subject", subject));
    json.put("since", task.since());
    return json;
  }

  /** News from other services, oldest first. */
  private static List<Map<String, Object>> timeline(Case state) {
    record Line(String subject, Happening happening) {}
    return state.heard().entrySet().stream()
        .flatMap(h -> h.getValue().happenings().stream().map(each -> new Line(h.getKey(), each)))
        .sorted(
            Comparator.comparing((Line line) -> line.happening().at())
                .thenComparing(Line::subject)
                .thenComparing(line -> line.happening().n()))
        .map(
            line -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("at", line.happening().at());
              json.put("subject", line.subject());
              json.put("type", line.happening().type());
              json.put("by", line.happening().by());
              return json;
            })
        .toList();
  }

  private static Map<String, Object> sighting(ViewCases.SightingView view) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", view.sighting().id());
    json.put("handover", id(view.handover()));
    json.put("at", view.sighting().at());
    json.put("says", SaysCodec.write(view.says()));
    return json;
  }

  private static String id(String subject) {
    return subject.substring(subject.indexOf('/') + 1);
  }

  private static Map<String, Object> children(Case state) {
    Map<String, Object> children = new LinkedHashMap<>();
    state.children().forEach((id, child) -> children.put(id, child(child)));
    return children;
  }

  private static Map<String, Object> child(KeptChild child) {
    Map<String, Object> json = new LinkedHashMap<>();
    JsonNode status = Json.mapper().valueToTree(child.status());
    status.properties().forEach(field -> json.put(field.getKey(), field.getValue()));
    if (child.reference() != null) {
      json.put("reference", child.reference());
    }
    return json;
  }

  /** By what the viewer may read. */
  private static ReleaseProposals.Verdict verdict(ViewCases.View view, Says own) {
    List<Says> all = view.reports().stream().map(ViewCases.ReportView::says).toList();
    return ReleaseProposals.propose(own, all, KeptReport.threat(view.state().rulings().kind()));
  }

  private static Map<String, Object> report(ViewCases.View whole, ViewCases.ReportView view) {
    var report = view.report().report();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", report.id());
    JsonNode said = Json.mapper().valueToTree(report);
    for (String field : List.of("at", "channel", "policeRelease")) {
      json.put(field, said.get(field));
    }
    json.put("by", view.report().by());
    var verdict = verdict(whole, view.says());
    json.put("proposal", view.report().proposal().textFor(verdict.proposal()));
    if (view.report().releaseReason() != null) {
      json.put("releaseReason", view.report().releaseReason());
    }
    json.put("rules", verdict.rows());
    ObjectNode says = SaysCodec.write(view.says());
    json.put("says", says);
    Map<String, KeptReport.Amended> amended = readable(view.report().amended(), says);
    if (!amended.isEmpty()) {
      json.put("amended", amended(amended, SaysCodec.write(view.earlier())));
    }
    List<Violation> warnings = warnings(says);
    if (!warnings.isEmpty()) {
      json.put("warnings", warnings);
    }
    return json;
  }

  /** Of what the reader may see: that somebody changed the rest is not told. */
  private static Map<String, KeptReport.Amended> readable(
      Map<String, KeptReport.Amended> amended, JsonNode says) {
    Map<String, KeptReport.Amended> readable = new TreeMap<>(amended);
    readable.keySet().removeIf(pointer -> says.at(pointer).isMissingNode()); // upholds 6
    return readable;
  }

  /** With what each fact was before, as far as the reader may see it: a value or an answer. */
  private static ObjectNode amended(Map<String, KeptReport.Amended> amended, JsonNode earlier) {
    ObjectNode json = Json.mapper().createObjectNode();
    amended.forEach(
        (pointer, change) -> {
          ObjectNode one = Json.mapper().valueToTree(change);
          String value = pointer.replaceFirst(OF_ANSWER, "/$1");
          String answer = value.replaceFirst(LAST, "/answers/$1");
          put(one, "was", earlier.at(value));
          put(one, "wasAnswered", earlier.at(answer));
          json.set(pointer, one);
        });
    return json;
  }

  private static void put(ObjectNode json, String name, JsonNode value) {
    if (!value.isMissingNode()) {
      json.set(name, value);
    }
  }

  /** Of what the reader may see, so that they tell nothing else. */
  private static List<Violation> warnings(JsonNode says) {
    return SaysRules.warnings(says).stream()
        .map(warning -> new Violation("/says" + warning.pointer(), warning.rule()))
        .toList();
  }
}
