package org.homeward.intake.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.drafts.LookAtDraft;

/**
 * Lets a person see a call, or finds nothing for her; the look is recorded before either. A call is
 * as hidden as each draft and case that it is tied to, or was by mistake. One that is hidden and an
 * id that nobody gave leave the same behind them.
 */
public final class LookAtCall {

  private final GuardedDocuments<KeptCall> calls;
  private final LookAtDraft lookAtDraft;

  LookAtCall(GuardedDocuments<KeptCall> calls, LookAtDraft lookAtDraft) {
    this.calls = calls;
    this.lookAtDraft = lookAtDraft;
  }

  /** The proof that this person may see this call; only a look makes one. */
  public static final class SeenCall {

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

    /** The id of the call. */
    public String id() {
      return id;
    }

    /** Whether it is one of an exercise. */
    public boolean exercise() {
      return call.exercise();
    }

    /** When it was. */
    public Instant at() {
      return call.at();
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
  public Optional<SeenCall> at(String id, Viewer viewer) {
    if (!LookAtCase.isId(id)) {
      return Optional.empty();
    }
    Optional<Excerpt> known =
        calls
            .excerpts()
            .of(id, KeptCall.KEPT, Call.TIED_TO, Call.FORMERLY, KeptCase.NOT_TO_LIST)
            .filter(LookAtCall::isThere)
            .filter(call -> !isKeptFrom(call, viewer)); // upholds 6
    Set<String> ties = known.map(LookAtCall::ties).orElse(Set.of(id));
    if (!lookAtDraft.knownDraftsOrCases(ties, viewer).containsAll(ties)) {
      known = Optional.empty(); // upholds 6
    }
    if (known.isEmpty()) {
      lookAtDraft.findsDraftOrCase(id, viewer); // as where a call is tied to one
      return Optional.empty();
    }
    Optional<String> tie = known.get().text(Call.TIED_TO).map(Call::idOfTie);
    if (tie.isEmpty()) {
      lookAtDraft.record(List.of(id), viewer); // upholds 10
    } else if (lookAtDraft.findsDraftOrCase(tie.get(), viewer)) {
      lookAtDraft.record(List.of(id, tie.get()), viewer); // upholds 10
    } else {
      return Optional.empty(); // upholds 6
    }
    return calls.find(id).flatMap(found -> seen(found, viewer));
  }

  private static boolean isThere(Excerpt call) {
    return call.text(KeptCall.KEPT).filter(KeptCall.CALL::equals).isPresent();
  }

  /** The ids of all that it is as hidden as. */
  private static Set<String> ties(Excerpt call) {
    return Stream.concat(call.text(Call.TIED_TO).stream(), call.texts(Call.FORMERLY).stream())
        .map(Call::idOfTie)
        .collect(Collectors.toSet());
  }

  /** The same; empty once it is erased. */
  static Optional<Set<String>> belongsTo(Excerpt call) {
    return Optional.of(call).filter(LookAtCall::isThere).map(LookAtCall::ties);
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
    return call.ties().allMatch(id -> lookAtDraft.mayKnowOfDraftOrCase(id, viewer)); // upholds 6
  }

  /** Filters ids of calls to those this person may know of; nothing is shown, so no look. */
  Set<String> known(Set<String> ids, Viewer viewer) {
    Map<String, Set<String>> ties = new HashMap<>();
    calls
        .excerpts()
        .of(ids, KeptCall.KEPT, Call.TIED_TO, Call.FORMERLY, KeptCase.NOT_TO_LIST)
        .forEach(
            (id, call) -> {
              if (isThere(call) && !isKeptFrom(call, viewer)) { // upholds 6
                ties.put(id, ties(call));
              }
            });
    Set<String> all = ties.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<String> knownTies = lookAtDraft.knownDraftsOrCases(all, viewer);
    ties.values().removeIf(of -> !knownTies.containsAll(of)); // upholds 6
    return Set.copyOf(ties.keySet());
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
