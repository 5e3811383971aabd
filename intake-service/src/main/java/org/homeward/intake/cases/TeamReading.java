package org.homeward.intake.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * What the case team of this node is told of cases.
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
    return disclosures.mayKnowOf(
        named(kept), team(viewer, kept.exercise()), viewer.purpose(), Basis.PUBLIC_TASK);
  }

  /** What this person may read of these, by id; empty when it is nothing. */
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
