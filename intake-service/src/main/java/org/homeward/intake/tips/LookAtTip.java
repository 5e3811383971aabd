package org.homeward.intake.tips;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;

/**
 * Lets a person see a tip, or finds nothing for her; the look is recorded before either. A tip that
 * is tied to a case is as hidden as the case. One that is hidden and an id that nobody gave leave
 * the same behind them.
 */
final class LookAtTip {

  private final GuardedDocuments<KeptTip> tips;
  private final LookAtCase lookAtCase;
  private final AuditTrail trail;
  private final Clock clock;

  LookAtTip(GuardedDocuments<KeptTip> tips, LookAtCase lookAtCase, AuditTrail trail, Clock clock) {
    this.tips = tips;
    this.lookAtCase = lookAtCase;
    this.trail = trail;
    this.clock = clock;
  }

  /** The proof that this person may see this tip; only a look makes one. */
  static final class SeenTip {

    private final String id;
    private final long version;
    private final Tip tip;
    private final String person;
    private final Predicate<KeptTip> still;

    private SeenTip(String id, long version, Tip tip, String person, Predicate<KeptTip> still) {
      this.id = id;
      this.version = version;
      this.tip = tip;
      this.person = person;
      this.still = still;
    }

    String id() {
      return id;
    }

    long version() {
      return version;
    }

    Tip tip() {
      return tip;
    }

    /** The opaque id of the person. */
    String person() {
      return person;
    }

    /** Whether the person may know of it as it is now: its tie, or its case, may be another. */
    boolean isStillFor(KeptTip now) {
      return still.test(now);
    }

    @Override
    public String toString() {
      return "SeenTip[" + id + "]";
    }
  }

  /** Empty where this person finds nothing. */
  Optional<SeenTip> at(String id, Viewer viewer) {
    if (!LookAtCase.isId(id)) {
      return Optional.empty();
    }
    Optional<Excerpt> known =
        tips.excerpts().of(id, KeptTip.KEPT, Tip.CASE_ID).filter(LookAtTip::isThere);
    if (known.isEmpty()) {
      lookAtCase.at(id, viewer); // as where a tip is tied to one
      return Optional.empty();
    }
    Optional<String> tie = known.get().text(Tip.CASE_ID);
    if (tie.isEmpty()) {
      record(List.of(id), viewer); // upholds 10
    } else if (lookAtCase.at(tie.get(), viewer).isPresent()) {
      record(List.of(id, tie.get()), viewer); // upholds 10
    } else {
      return Optional.empty(); // upholds 6
    }
    return tips.find(id)
        .filter(found -> found.state() instanceof Tip tip && tip.tie().equals(tie)) // upholds 6
        .flatMap(found -> seen(found, viewer));
  }

  /** The case that it is tied to; empty once it is erased. */
  static Optional<Set<String>> belongsTo(Excerpt tip) {
    return Optional.of(tip)
        .filter(LookAtTip::isThere)
        .map(there -> there.text(Tip.CASE_ID).map(Set::of).orElse(Set.of()));
  }

  private static boolean isThere(Excerpt tip) {
    return tip.text(KeptTip.KEPT).filter(KeptTip.TIP::equals).isPresent();
  }

  /** Read once it is known that the person may see it. */
  private Optional<SeenTip> seen(Guarded<KeptTip> found, Viewer viewer) {
    return found.state() instanceof Tip tip
        ? Optional.of(
            new SeenTip(
                found.id(),
                found.version(),
                tip,
                viewer.person(),
                state -> mayKnowOf(state, viewer)))
        : Optional.empty();
  }

  /** Whether this person may learn that there is such a tip; nothing is shown, so no look. */
  boolean mayKnowOf(KeptTip state, Viewer viewer) {
    return state instanceof Tip tip
        && tip.tie().map(id -> lookAtCase.mayKnowOf(id, viewer)).orElse(true); // upholds 6
  }

  /** Those of these tips that this person may know of; nothing is shown, so no look. */
  Set<String> known(Set<String> ids, Viewer viewer) {
    Map<String, String> ties = new HashMap<>();
    Set<String> known = new HashSet<>();
    tips.excerpts()
        .of(ids, KeptTip.KEPT, Tip.CASE_ID)
        .forEach(
            (id, tip) -> {
              if (isThere(tip)) {
                tip.text(Tip.CASE_ID).ifPresentOrElse(to -> ties.put(id, to), () -> known.add(id));
              }
            });
    Set<String> cases = lookAtCase.known(Set.copyOf(ties.values()), viewer);
    ties.forEach(
        (id, to) -> {
          if (cases.contains(to)) known.add(id); // upholds 6
        });
    return known;
  }

  /** Records that a person is shown these, and what they are tied to. */
  void recordAll(List<Guarded<KeptTip>> shown, Viewer viewer) {
    List<String> subjects = new ArrayList<>(shown.stream().map(Guarded::id).toList());
    shown.stream()
        .flatMap(each -> each.state() instanceof Tip tip ? tip.tie().stream() : null)
        .distinct()
        .forEach(subjects::add);
    record(subjects, viewer);
  }

  private void record(List<String> subjects, Viewer viewer) {
    if (subjects.isEmpty()) {
      return;
    }
    viewer.looks(trail, subjects, AuditEntry.Verb.DISCLOSED, clock.instant()); // upholds 10
  }
}
