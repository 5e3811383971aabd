package org.homeward.console.intake;

import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import tools.jackson.databind.JsonNode;

/** Saves a form as a draft, and never over words of a colleague that its page has not shown. */
final class HttpDrafts {

  private static final String DRAFTS = "/api/v1/drafts";
  private static final int STALE = 412;

  private final HttpApi api;

  HttpDrafts(HttpApi api) {
    this.api = api;
  }

  /** The outcome of saving the words. */
  sealed interface Saved {

    /**
     * They are there.
     *
     * @param seen the version that has them
     */
    record Done(String draft, String seen) implements Saved {}

    /** A colleague has saved the draft since the page was shown. */
    record Other(String draft, String seen, JsonNode theirs) implements Saved {

      String savedBy() {
        return theirs.path("savedBy").asString("");
      }
    }

    record Failed(Answer answer) implements Saved {}
  }

  /** The draft's place in the API. */
  static String place(String id) {
    return DRAFTS + "/" + PathId.of(id);
  }

  Saved save(Typed typed) {
    String id = typed.of("draft");
    if (!id.isEmpty()) {
      return put(id, typed, typed.of("draftSeen"));
    }
    // Without words, so that a repetition after a lost answer is the same request.
    var empty = DraftBody.empty(typed.has("exercise", "true"));
    return switch (api.post(DRAFTS, empty, typed.of("key") + "-draft", "")) {
      case Answer.Done(_, JsonNode opened, String seen) ->
          put(
              opened.path("draft").asString(""),
              typed,
              typed.has("draftTried", "true") ? "" : seen);
      case Answer failed -> new Saved.Failed(failed);
    };
  }

  private Saved put(String id, Typed typed, String seen) {
    if (seen.isEmpty()) {
      return putOverOwn(id, typed);
    }
    Answer answer = api.put(place(id), DraftBody.of(typed), seen);
    return answer instanceof Answer.Refused(int status, _, _) && status == STALE
        ? putOverOwn(id, typed)
        : saved(id, answer);
  }

  /** The newer version may be of this page, whose answer was lost. */
  private Saved putOverOwn(String id, Typed typed) {
    String person = HttpPages.person().map(Person::id).orElse("");
    return switch (api.get(place(id))) {
      case Answer.Done(_, JsonNode found, String seen) ->
          found.path("savedBy").asString("").equals(person)
              ? saved(id, api.put(place(id), DraftBody.of(typed), seen))
              : new Saved.Other(id, seen, found);
      case Answer failed -> new Saved.Failed(failed);
    };
  }

  private static Saved saved(String id, Answer answer) {
    return answer instanceof Answer.Done(_, _, String seen)
        ? new Saved.Done(id, seen)
        : new Saved.Failed(answer);
  }
}
