package org.homeward.intake.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;

/**
 * Discloses cases to the case team of this node.
 *
 * @param node the publishing node, whoever owns the case
 */
record TeamReading(Disclosures disclosures, String node, String country) {

  /** The look could not be recorded, so there is none. */
  static final class TrailUnavailable extends RuntimeException {
    TrailUnavailable() {
      super("the audit trail does not take entries");
    }
  }

  /** The case as such, without what is said in it. */
  Subject named(KeptCase kept) {
    return subject(kept, "case", kept.id(), Says.EMPTY);
  }

  Subject subject(KeptCase of, String kind, String id, Says facts) {
    return new Subject(id, kind, node, of.exercise(), of.notToHere(), facts);
  }

  /** Discloses nothing and records nothing. */
  boolean mayKnowOf(KeptCase kept, Viewer viewer) {
    return mayKnowOf(named(kept), viewer);
  }

  /**
   * The same, by who must not know of it alone.
   *
   * @param notTo as {@link KeptCase#notToHere} gives it
   */
  boolean mayKnowOf(String id, Set<String> notTo, Viewer viewer) {
    return mayKnowOf(new Subject(id, "case", node, false, notTo, Says.EMPTY), viewer);
  }

  private boolean mayKnowOf(Subject subject, Viewer viewer) {
    return disclosures.mayKnowOf(
        subject, team(viewer, subject.exercise()), viewer.purpose(), Basis.PUBLIC_TASK);
  }

  /** The facts of these that this person may read, by id; empty where there are none. */
  Optional<Map<String, DisclosedSubject>> of(
      List<Subject> subjects, boolean exercise, Viewer viewer) {
    return switch (disclosures.of(
        subjects, viewer.circles(), team(viewer, exercise), viewer.purpose(), Basis.PUBLIC_TASK)) {
      case Disclosure.Disclosed(var told, var _) ->
          Optional.of(
              told.stream().collect(Collectors.toMap(DisclosedSubject::id, Function.identity())));
      case Disclosure.Withheld withheld -> {
        demandTrail(withheld);
        yield Optional.empty();
      }
    };
  }

  /** Records that this person asked for this case and found nothing. */
  void foundNothing(String id, Viewer viewer) {
    demandTrail(
        disclosures.ofNothing(id, team(viewer, false), viewer.purpose(), Basis.PUBLIC_TASK));
  }

  private static void demandTrail(Disclosure.Withheld withheld) {
    if (withheld.reason() == Disclosure.Reason.AUDIT_UNAVAILABLE) {
      throw new TrailUnavailable();
    }
  }

  private Recipient team(Viewer viewer, boolean exercise) {
    return new Recipient(viewer.role(), country, node, null, viewer.person(), exercise);
  }
}
