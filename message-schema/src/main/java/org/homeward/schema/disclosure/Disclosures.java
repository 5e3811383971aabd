package org.homeward.schema.disclosure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.schema.disclosure.AuditEntry.Verb;
import org.homeward.schema.disclosure.Disclosure.Disclosed;
import org.homeward.schema.disclosure.Disclosure.Reason;
import org.homeward.schema.disclosure.Disclosure.Withheld;
import org.homeward.schema.disclosure.Disclosure.WithheldSubject;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.node.ObjectNode;

/** The only way out for content: applies every restriction, records the look, then answers. */
public final class Disclosures {

  /**
   * Police and team learn that something is withheld; for others even that would reveal too much.
   */
  private static final Set<Audience> MAY_KNOW_OF_GAPS =
      EnumSet.of(Audience.POLICE, Audience.CASE_TEAM, Audience.CONFIDANT, Audience.SEALED);

  private final AuditTrail trail;
  private final TransferRules transfers;
  private final Clock clock;

  public Disclosures(AuditTrail trail, TransferRules transfers, Clock clock) {
    this.trail = trail;
    this.transfers = transfers;
    this.clock = clock;
  }

  /** For readers with one audience, as all readers outside have. */
  public Disclosure of(
      List<Subject> subjects,
      Audience audience,
      Recipient recipient,
      Purpose purpose,
      Basis basis) {
    return of(subjects, Set.of(audience), recipient, purpose, basis);
  }

  /**
   * For readers inside with more than one audience, such as a confidant on the team.
   *
   * @return {@link Withheld} when none of the subjects may be told, and when the look could not be
   *     recorded
   */
  public Disclosure of(
      List<Subject> subjects,
      Set<Audience> audiences,
      Recipient recipient,
      Purpose purpose,
      Basis basis) {
    List<DisclosedSubject> told = new ArrayList<>();
    List<WithheldSubject> withheld = new ArrayList<>();
    for (Subject subject : subjects) {
      List<Reason> against = reasonsAgainst(subject, recipient, purpose, basis);
      if (against.isEmpty()) {
        told.add(filtered(subject, audiences));
      } else {
        withheld.add(new WithheldSubject(subject.id(), against.getFirst()));
      }
    }
    AuditEntry look = look(told, withheld, recipient, purpose, basis);
    if (!isRecorded(look)) {
      return new Withheld(Reason.AUDIT_UNAVAILABLE);
    }
    return look.verb() == Verb.WITHHELD
        ? new Withheld(withheld.getFirst().reason())
        : new Disclosed(told, withheld);
  }

  /**
   * For a reader who finds nothing under this id: whether it is unknown or kept from this reader,
   * the same is recorded and answered.
   *
   * @return as from a reader whom the subject's {@code notTo} names, or that the look could not be
   *     recorded
   */
  public Withheld ofNothing(String id, Recipient recipient, Purpose purpose, Basis basis) {
    var nothing = List.of(new WithheldSubject(id, Reason.NOT_TO));
    return isRecorded(look(List.of(), nothing, recipient, purpose, basis))
        ? new Withheld(Reason.NOT_TO)
        : new Withheld(Reason.AUDIT_UNAVAILABLE);
  }

  private boolean isRecorded(AuditEntry look) {
    try {
      trail.append(look); // upholds 10
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * Whether the reader may learn that such a subject exists. It discloses nothing; lists use it to
   * fill their pages.
   */
  public boolean mayKnowOf(Subject subject, Recipient recipient, Purpose purpose, Basis basis) {
    return reasonsAgainst(subject, recipient, purpose, basis).isEmpty();
  }

  private List<Reason> reasonsAgainst(
      Subject subject, Recipient recipient, Purpose purpose, Basis basis) {
    boolean mayCross = transfers.allows(subject.home(), recipient, purpose, basis);
    List<Reason> against = new ArrayList<>();
    boolean named = !Collections.disjoint(subject.notTo(), recipient.names());
    add(against, Reason.NOT_TO, named); // upholds 6
    add(against, Reason.EXERCISE, subject.exercise() != recipient.exercise()); // upholds 9
    add(against, Reason.TRANSFER, !mayCross); // upholds 6
    return against;
  }

  private static void add(List<Reason> reasons, Reason reason, boolean applies) {
    if (applies) {
      reasons.add(reason);
    }
  }

  private static DisclosedSubject filtered(Subject subject, Set<Audience> audiences) {
    Set<WithheldClass> classes = EnumSet.noneOf(WithheldClass.class);
    boolean mayKnowOfGaps = MAY_KNOW_OF_GAPS.containsAll(audiences);
    FactFilter filter =
        FactFilter.of(
            audiences,
            those -> WithheldClass.of(those).filter(any -> mayKnowOfGaps).ifPresent(classes::add));
    ObjectNode facts = SaysCodec.write(subject.facts());
    filter.apply(facts);
    return new DisclosedSubject(subject, Binding.bind(Says.class, facts), classes);
  }

  private AuditEntry look(
      List<DisclosedSubject> told,
      List<WithheldSubject> withheld,
      Recipient recipient,
      Purpose purpose,
      Basis basis) {
    boolean nothing = told.isEmpty() && !withheld.isEmpty();
    return new AuditEntry(
        nothing
            ? withheld.stream().map(WithheldSubject::id).toList()
            : told.stream().map(DisclosedSubject::id).toList(),
        nothing ? Verb.WITHHELD : Verb.DISCLOSED,
        recipient.role(),
        recipient.person() == null ? recipient.desk() : recipient.person(),
        recipient.person() == null ? null : recipient.desk(),
        purpose,
        basis,
        clock.instant());
  }
}
