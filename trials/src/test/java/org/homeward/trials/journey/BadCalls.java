package org.homeward.trials.journey;

import java.util.List;
import java.util.function.Function;

/** Calls that cannot be, and notes and promises about cases that nobody may write. */
final class BadCalls {
  private static final String CALLS = "/api/v1/calls";
  private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";
  private static final String GOOD =
      "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true%s}";

  private BadCalls() {}

  static List<Row> calls() {
    return List.of(
        call("cut off", 400, "{\"exercise\": false, \"note\": \"" + Row.HOSTILE),
        call("twice the same field", 400, GOOD.formatted(", \"note\": \"a\", \"note\": \"b\"")),
        call("a lone surrogate", 400, GOOD.formatted(", \"note\": \"\\ud83d" + Row.HOSTILE + "\"")),
        call("an unknown field", 422, GOOD.formatted(", \"" + Row.HOSTILE + "\": 1")),
        call("an unknown ending", 422, GOOD.formatted(", \"ended\": \"" + Row.HOSTILE + "\"")),
        call("a line of markup", 422, GOOD.formatted(", \"line\": \"" + Row.HOSTILE + "\"")),
        call("an escape", 422, GOOD.formatted(", \"note\": \"\\u001b[2J" + Row.MARK + "\"")),
        call("an endless note", 422, GOOD.formatted(", \"note\": \"" + "x".repeat(1001) + "\"")),
        call("tomorrow's", 422, GOOD.formatted(", \"at\": \"2999-01-01T00:00:00Z\"")),
        call("a list", 400, "[" + GOOD.formatted("") + "]"),
        new Row(
            "call: a job offer of an unknown one",
            404,
            s -> s.post("ana", CALLS + "/" + UNKNOWN + "/job-offer", "{}")),
        new Row(
            "call: a job offer is checked by the officer",
            403,
            s -> s.post("vera", CALLS + "/" + UNKNOWN + "/job-offer", "{}")),
        new Row("call: logged by police", 403, s -> s.post("dragan", CALLS, GOOD.formatted(""))),
        new Row("call: logged by the officer", 403, s -> s.post("vera", CALLS, GOOD.formatted(""))),
        new Row(
            "call: an unknown one is tied",
            404,
            s -> s.post("ana", CALLS + "/" + UNKNOWN + "/tie", "{\"case\": \"" + UNKNOWN + "\"}")),
        new Row(
            "call: a tie is corrected by an operator",
            403,
            s -> s.post("ana", CALLS + "/" + UNKNOWN + "/correct", "{\"reason\": \"x\"}")),
        find("no words", 422, "{}"),
        find("words of a bell", 422, "{\"words\": \"\\u0007" + Row.MARK + "\"}"),
        find("for a call of markup", 422, "{\"words\": \"x\", \"call\": \"" + Row.HOSTILE + "\"}"),
        find("for an unknown call", 404, "{\"words\": \"x\", \"call\": \"" + UNKNOWN + "\"}"),
        find("for an unknown draft", 404, "{\"words\": \"x\", \"draft\": \"" + UNKNOWN + "\"}"),
        find(
            "for a call and a draft",
            422,
            "{\"words\": \"x\", \"call\": \"" + UNKNOWN + "\", \"draft\": \"" + UNKNOWN + "\"}"),
        new Row(
            "find: a child for no call",
            422,
            s -> s.post("ana", "/api/v1/cases/known", "{\"newChildren\": [{}]}")),
        new Row(
            "find: a child for an unknown call",
            404,
            s ->
                s.post(
                    "ana",
                    "/api/v1/cases/known",
                    "{\"newChildren\": [{}], \"call\": \"" + UNKNOWN + "\"}")),
        new Row(
            "find: an operator checks her own searches",
            403,
            s -> s.post("ana", "/api/v1/tasks/CHECK_SEARCHES.31.person.person-ana/done", "")),
        new Row(
            "find: searches that nobody made are checked",
            404,
            s -> s.post("vera", "/api/v1/tasks/CHECK_SEARCHES.31.person.nobody/done", "")),
        new Row(
            "call: an unknown one is corrected",
            404,
            s -> s.post("jelena", CALLS + "/" + UNKNOWN + "/correct", "{\"reason\": \"x\"}")));
  }

  private static Row find(String what, int status, String body) {
    return new Row("find: " + what, status, s -> s.post("ana", "/api/v1/cases/find", body));
  }

  static List<Row> work() {
    return List.of(
        work("a note of an unknown case", 404, _ -> UNKNOWN, "notes", "{\"text\": \"x\"}"),
        work("an empty note", 422, held(), "notes", "{\"text\": \"\\n \"}"),
        work("a note with a bell", 422, held(), "notes", "{\"text\": \"\\u0007" + Row.MARK + "\"}"),
        work("a note in another's name", 422, held(), "notes", "{\"text\": \"x\", \"by\": \"p\"}"),
        work("an action without a time", 422, held(), "actions", "{\"what\": \"x\"}"),
        work(
            "an action for ever",
            422,
            held(),
            "actions",
            "{\"what\": \"x\", \"due\": \"2999-01-01T00:00:00Z\"}"),
        work(
            "an owner of markup",
            422,
            held(),
            "actions",
            "{\"what\": \"x\", \"due\": \"2999-01-01T00:00:00Z\", \"owner\": \""
                + Row.HOSTILE
                + "\"}"),
        work("a call-back to nobody", 422, held(), "call-backs", "{\"whom\": \"\"}"),
        work(
            "an unknown item is done",
            404,
            held(),
            "work/" + UNKNOWN + "/done",
            "{\"how\": \"DONE\"}"),
        work("an unknown task is taken", 404, held(), "tasks/NO_TASK.stop.x/owner", "{}"),
        new Row(
            "work: a note by the officer",
            403,
            s ->
                s.post(
                    "vera",
                    "/api/v1/cases/" + s.held.text("case") + "/notes",
                    "{\"text\": \"x\"}")),
        new Row(
            "work: a note by police",
            403,
            s ->
                s.post(
                    "dragan",
                    "/api/v1/cases/" + s.held.text("case") + "/notes",
                    "{\"text\": \"x\"}")));
  }

  private static Function<Targets, String> held() {
    return s -> s.held.text("case");
  }

  private static Row call(String what, int status, String body) {
    return new Row("call: " + what, status, s -> s.post("ana", CALLS, body));
  }

  private static Row work(
      String what, int status, Function<Targets, String> of, String path, String body) {
    return new Row(
        "work: " + what,
        status,
        s -> s.post("ana", "/api/v1/cases/" + of.apply(s) + "/" + path, body));
  }
}
