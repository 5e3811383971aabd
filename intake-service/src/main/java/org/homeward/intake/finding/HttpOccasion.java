package org.homeward.intake.finding;

import java.util.regex.Pattern;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.intake.calls.LookAtCall;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.drafts.HttpDrafts;
import org.homeward.intake.drafts.LookAtDraft;
import org.homeward.intake.oversight.CountLooks;
import org.jspecify.annotations.Nullable;

/** Reads for which call or draft a search is, and looks at that first. */
final class HttpOccasion {

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final LookAtCall lookAtCall;
  private final LookAtDraft lookAtDraft;
  private final CountLooks countLooks;

  HttpOccasion(LookAtCall lookAtCall, LookAtDraft lookAtDraft, CountLooks countLooks) {
    this.lookAtCall = lookAtCall;
    this.lookAtDraft = lookAtDraft;
    this.countLooks = countLooks;
  }

  /** What a request names; one of them at the most. */
  record Named(@Nullable String draft, @Nullable String call) {

    boolean isNothing() {
      return draft == null && call == null;
    }
  }

  static Named named(Fields fields) {
    var named = new Named(fields.text("draft", ID), fields.text("call", ID));
    if (named.draft() != null && named.call() != null) {
      fields.wrong("call", "one-of-both");
    }
    return named;
  }

  /** Not found where this person may not see it, as where nobody has such an id. */
  Occasion looked(Named named, Viewer viewer) {
    if (named.draft() != null) {
      return Occasion.of(HttpDrafts.found(lookAtDraft.at(named.draft(), viewer)));
    }
    return named.call() == null
        ? Occasion.none()
        : lookAtCall
            .at(named.call(), viewer)
            .map(call -> Occasion.of(call, countLooks.beginOfShift()))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
  }
}
