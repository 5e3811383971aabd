package org.homeward.intake.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.drafts.LookAtDraft;

/**
 * Lets a person see a call, or finds nothing for her; the look is recorded before either. A call
 * that is tied to a draft or a case is as hidden as that. One that is hidden and an id that nobody
 * gave leave the same behind them.
 */
final class LookAtCall {

  private final GuardedDocuments<KeptCall> calls;
  private final LookAtDraft lookAtDraft;

  LookAtCall(GuardedDocuments<KeptCall> calls, LookAtDraft lookAtDraft) {
    this.calls = calls;
    this.lookAtDraft = lookAtDraft;
  }

  /** The proof that this person may see this call; only a look makes one. */
  static final class SeenCall {

    private final String id;
    private final long version;
    private final Call call;
    private final String person;

    private SeenCall(String id, long version, Call call, String person) {
      this.id = id;
      this.version = version;
      this.call = call;
      this.person = person;
    }

    String id() {
      return id;
    }

    long version() {
      return version;
    }

    Call call() {
      return call;
    }

    /** The opaque id of the person. */
    String person() {
      return person;
    }

    @Override
    public String toString() {
      return "SeenCall[" + id + "]";
    }
  }

  /** Empty where this person finds nothing. */
  Optional<SeenCall> at(String id, Viewer viewer) {
    if (!LookAtCase.isId(id)) {
      return Optional.empty();
    }
    Optional<Excerpt> known =
        calls
            .excerpts()
            .of(id, KeptCall.KEPT, Call.TIED_TO, KeptCase.NOT_TO_LIST)
            .filter(call -> call.text(KeptCall.KEPT).filter(KeptCall.CALL::equals).isPresent());
    if (known.filter(call -> isKeptFrom(call, viewer)).isPresent()) {
      known = Optional.empty(); // upholds 6
    }
    if (known.isEmpty()) {
      lookAtDraft.findsDraftOrCase(id, viewer); // as where a call is tied to one
      return Optional.empty();
    }
    Optional<String> tie = known.get().text(Call.TIED_TO).map(Call::idOfTie);
    if (tie.isEmpty()) {
      lookAtDraft.record(List.of(id), viewer); // upholds 10
    } else if (!lookAtDraft.findsDraftOrCase(tie.get(), viewer)) {
      return Optional.empty(); // upholds 6
    }
    return calls.find(id).flatMap(found -> seen(found, viewer));
  }

  private static boolean isKeptFrom(Excerpt call, Viewer viewer) {
    return call.texts(KeptCase.NOT_TO_LIST).contains(KeptCase.named(viewer.person()));
  }

  /** Read once it is known that the person may see it. */
  private static Optional<SeenCall> seen(Guarded<KeptCall> found, Viewer viewer) {
    return found.state() instanceof Call call
        ? Optional.of(new SeenCall(found.id(), found.version(), call, viewer.person()))
        : Optional.empty();
  }

  /** Whether this person may learn that there is such a call; nothing is shown, so no look. */
  boolean mayKnowOf(KeptCall state, Viewer viewer) {
    if (!(state instanceof Call call)) {
      return false;
    }
    if (call.notTo().contains(KeptCase.named(viewer.person()))) {
      return false; // upholds 6
    }
    return call.tie().map(id -> lookAtDraft.mayKnowOfDraftOrCase(id, viewer)).orElse(true);
  }

  /** Records that a person is shown these, and what they are tied to. */
  void record(List<Guarded<KeptCall>> shown, Viewer viewer) {
    List<String> subjects = new ArrayList<>(shown.stream().map(Guarded::id).toList());
    shown.stream()
        .flatMap(each -> each.state() instanceof Call call ? call.tie().stream() : null)
        .distinct()
        .forEach(subjects::add);
    lookAtDraft.record(subjects, viewer);
  }
}
