package org.homeward.intake.episodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import tools.jackson.databind.JsonNode;

/** Children of cases that an operator opens, and the links between them. */
final class TrialChildren {

  static final String KEPT_FROM_MARKO = ", \"notTo\": [\"person:person-marko\"]";

  private final Person ana;
  private final String tag =
      UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "k").replaceAll("[-]", "");

  TrialChildren(TrialIntake intake) {
    this.ana = intake.ana();
  }

  /** The end of all their names. */
  String tag() {
    return tag;
  }

  /** A child of a case, and the case's first sibling where there is one. */
  record At(String caseId, String child, String sibling, String report) {

    String path() {
      return "/api/v1/cases/" + caseId + "/children/" + child;
    }

    String body() {
      return "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"COMPARED\"}"
          .formatted(caseId, child);
    }

    String sister() {
      return "/api/v1/cases/" + caseId + "/children/" + sibling;
    }
  }

  At opened(String name, String more) {
    return opened(child(name, ""), more, false);
  }

  At opened(String children, String more, boolean exercise) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            ("{\"exercise\": %s, \"channel\": \"PHONE\", \"newChildren\": [%s],"
                    + " \"says\": {\"category\": \"RUNAWAY\"}%s}")
                .formatted(exercise, children, more));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    JsonNode ids = opened.json().path("children");
    return new At(
        opened.json().path("case").asString(),
        ids.path(0).asString(),
        ids.path(1).asString(""),
        opened.json().path("report").asString());
  }

  String child(String name, String more) {
    return "{\"names\": [{\"full\": \"%s\", \"script\": \"Latn\", \"kind\": \"NATIVE\"}]%s}"
        .formatted(name + " " + tag, more);
  }

  static String linked(Person by, At one, At other) {
    Answer answer = by.post(one.path() + "/links", other.body());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("link").asString();
  }

  static List<String> cases(JsonNode episodes) {
    List<String> ids = new ArrayList<>();
    episodes.forEach(each -> ids.add(each.path("case").asString()));
    return ids;
  }

  static List<String> episodes(Person reader, At at) {
    Answer answer = reader.get(at.path());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return cases(answer.json().path("episodes"));
  }

  static JsonNode undone(Person by, At from, String link) {
    JsonNode found = find(by.get(from.path()).json().path("links"), link);
    Answer answer =
        by.post(
            from.path() + "/links/" + link + "/undo",
            "{\"reason\": \"MISTAKE\"}",
            "If-Match: \"" + found.path("version").asLong() + "\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return find(by.get(from.path()).json().path("links"), link);
  }

  static JsonNode find(JsonNode links, String link) {
    return links
        .valueStream()
        .filter(each -> each.path("link").asString().equals(link))
        .findFirst()
        .orElseThrow();
  }

  static String undo(At from, String link) {
    return from.path() + "/links/" + link + "/undo";
  }
}
