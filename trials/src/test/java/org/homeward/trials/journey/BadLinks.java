package org.homeward.trials.journey;

import java.util.List;
import java.util.function.Function;

/** Links between children of cases that nobody may make, or that are no links. */
final class BadLinks {
  private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";
  private static final String GOOD = "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"%s\"}";

  private BadLinks() {}

  static List<Row> links() {
    return List.of(
        link("cut off", 400, "{\"case\": \"" + Row.HOSTILE),
        link("twice the same field", 400, "{\"reason\": \"COMPARED\", \"reason\": \"COMPARED\"}"),
        link("without a reason", 422, "{\"case\": \"%s\", \"child\": \"%<s\"}".formatted(UNKNOWN)),
        link("for an unknown reason", 422, GOOD.formatted(UNKNOWN, UNKNOWN, Row.HOSTILE)),
        link("by mistake", 422, GOOD.formatted(UNKNOWN, UNKNOWN, "MISTAKE")),
        link("by the service", 422, GOOD.formatted(UNKNOWN, UNKNOWN, "EPISODE_ERASED")),
        link("with a case of markup", 422, GOOD.formatted(Row.HOSTILE, UNKNOWN, "COMPARED")),
        link(
            "in words",
            422,
            "{\"case\": \"%s\", \"child\": \"%<s\", \"reason\": \"COMPARED\", \"why\": \"%s\"}"
                .formatted(UNKNOWN, Row.MARK)),
        link("with an unknown case", 404, GOOD.formatted(UNKNOWN, UNKNOWN, "COMPARED")),
        new Row(
            "link: with an unknown child",
            404,
            s -> s.post("ana", links(s), GOOD.formatted(s.held.text("case"), UNKNOWN, "COMPARED"))),
        new Row(
            "link: with itself",
            422,
            s ->
                s.post(
                    "ana",
                    links(s),
                    GOOD.formatted(
                        s.held.text("case"),
                        s.held.json().path("children").path(0).asString(""),
                        "COMPARED"))),
        new Row("link: of an unknown child", 404, s -> s.post("ana", of(s, UNKNOWN), unknown())),
        new Row("link: by the officer", 403, s -> s.post("vera", links(s), unknown())),
        new Row("link: by police", 403, s -> s.post("dragan", links(s), unknown())),
        undo("an unknown one", 404, _ -> UNKNOWN, "{\"reason\": \"MISTAKE\"}"),
        undo("one that is no id", 404, _ -> Row.MARK, "{\"reason\": \"MISTAKE\"}"));
  }

  private static String unknown() {
    return GOOD.formatted(UNKNOWN, UNKNOWN, "COMPARED");
  }

  private static String links(Targets scene) {
    return scene.heldChild() + "/links";
  }

  private static String of(Targets scene, String child) {
    return scene.heldCase() + "/children/" + child + "/links";
  }

  private static Row link(String what, int status, String body) {
    return new Row("link: " + what, status, s -> s.post("ana", links(s), body));
  }

  private static Row undo(String what, int status, Function<Targets, String> link, String body) {
    return new Row(
        "unlink: " + what,
        status,
        s -> s.post("ana", links(s) + "/" + link.apply(s) + "/undo", body));
  }
}
