package org.homeward.console.calls;

import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.OfferWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks the API about calls. */
final class HttpCalls {

  static final String CALLS = "/api/v1/calls";
  static final String QUESTIONS = "/api/v1/job-offers/questions";

  /** Of one place in a draft. */
  private static final int LONGEST = 4_000;

  private final HttpApi api;

  HttpCalls(HttpApi api) {
    this.api = api;
  }

  /** The place of a call in the API. */
  static String place(String id) {
    return CALLS + "/" + PathId.of(id);
  }

  /** Where the form of a call's report is, or why there is none. */
  sealed interface Begun {

    /** The form is there; or a colleague had begun one before. */
    record At(String page) implements Begun {}

    record Failed(Answer answer) implements Begun {}
  }

  /** Opens a draft for a call, once for each person however often it is asked for. */
  Begun beginIntake(String id, Words words) {
    Answer read = api.get(place(id));
    if (!(read instanceof Answer.Done(_, JsonNode call, String seen))) {
      return new Begun.Failed(read);
    }
    if (!CallLines.leads(call).isEmpty()) {
      return new Begun.At(CallLines.leads(call));
    }
    Answer opened = api.post("/api/v1/drafts", draft(call, words), key(id, call), "");
    if (!(opened instanceof Answer.Done(_, JsonNode draft, _))) {
      return new Begun.Failed(opened);
    }
    String draftId = draft.path("draft").asString("");
    ObjectNode tie = JsonNodeFactory.instance.objectNode().put("draft", draftId);
    return switch (api.post(place(id) + "/tie", tie, "tie-to-" + draftId, seen)) {
      case Answer.Done _ -> new Begun.At("/intake/drafts/" + draftId);
      // A colleague was quicker: there the report is being typed.
      case Answer.Refused(int stale, _, _) when stale == 412 -> again(id);
      case Answer failed -> new Begun.Failed(failed);
    };
  }

  private Begun again(String id) {
    return api.get(place(id)) instanceof Answer.Done(_, JsonNode call, _)
            && !CallLines.leads(call).isEmpty()
        ? new Begun.At(CallLines.leads(call))
        : new Begun.At("/calls/" + id);
  }

  /** The same for the same call, so that a repetition is the same request. */
  private ObjectNode draft(JsonNode call, Words words) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("exercise", call.path("exercise").asBoolean(false));
    body.put("channel", "PHONE");
    boolean isCallersNumber = call.path("direction").asString("").equals("IN");
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    if (isCallersNumber && call.has("number")) {
      typed.put("/says/reporter/phone", call.path("number").asString(""));
    }
    if (call.has("jobOffer")) {
      JsonNode questions = api.read(QUESTIONS).body();
      String said = OfferWords.text(words, call.path("jobOffer"), questions, LONGEST);
      typed.put("/says/notes", said);
    }
    if (!typed.isEmpty()) {
      body.set("typed", typed);
    }
    return body;
  }

  /** The answers about a job offer may change between two presses, and with them the request. */
  private static String key(String id, JsonNode call) {
    String at = call.has("jobOffer") ? "-at-" + call.path("version").asString("") : "";
    return "intake-of-" + id + at;
  }

  static String reader() {
    return HttpPages.person().map(Person::id).orElse("");
  }
}
