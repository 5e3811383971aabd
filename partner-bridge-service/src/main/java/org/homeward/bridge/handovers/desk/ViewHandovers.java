package org.homeward.bridge.handovers.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseSnapshot;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.Says;
import org.jspecify.annotations.Nullable;

/**
 * Shows the states of handovers without content. Each look is recorded before its answer leaves,
 * and a person in the case's {@code notTo} finds none of its handovers.
 */
public final class ViewHandovers {

  private static final int MAX_OF_CASE = 500;

  private final GuardedDocuments<Handover> handovers;
  private final GuardedDocuments<CaseCopy> copies;
  private final Disclosures disclosures;
  private final String node;
  private final String country;

  /**
   * @param country of this node
   */
  ViewHandovers(
      GuardedDocuments<Handover> handovers,
      GuardedDocuments<CaseCopy> copies,
      Disclosures disclosures,
      String node,
      String country) {
    this.handovers = handovers;
    this.copies = copies;
    this.disclosures = disclosures;
    this.node = node;
    this.country = country;
  }

  /** The viewer. */
  public record Viewer(String person, String role, Purpose purpose) {

    public static Viewer of(Caller caller) {
      Role role =
          caller.roles().stream()
              .sorted()
              .findFirst()
              .orElseThrow(FaceProblem.FORBIDDEN::exception);
      Purpose purpose = caller.is(Role.DPO) ? Purpose.OVERSIGHT : Purpose.CASE_WORK;
      return new Viewer(caller.person(), role.wire(), purpose);
    }
  }

  /**
   * A page by id; what must not be shown to this person is left out.
   *
   * @param next the id after which the next page begins; empty when this is the last
   */
  record Page(List<Guarded<Handover>> handovers, Optional<String> next) {}

  /** The look could not be recorded, so there is none. */
  static final class TrailUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrailUnavailable() {
      super("the audit trail does not take entries");
    }
  }

  /** Empty when there is none, or none that may be shown to this person. */
  public Optional<Guarded<Handover>> one(String id, Viewer viewer) {
    return handovers.find(id).filter(found -> !shown(List.of(found), viewer).isEmpty());
  }

  /** Those after an id; null asks for all. */
  Page page(
      @Nullable HandoverStatus status,
      @Nullable String caseId,
      String after,
      int limit,
      Viewer viewer) {
    List<Guarded<Handover>> found = found(status, caseId, after, limit);
    return new Page(
        shown(found, viewer),
        found.size() < limit ? Optional.empty() : Optional.of(found.getLast().id()));
  }

  private List<Guarded<Handover>> found(
      @Nullable HandoverStatus status, @Nullable String caseId, String after, int limit) {
    if (caseId != null) {
      return handovers.page("caseId", caseId, after, MAX_OF_CASE).stream()
          .filter(found -> status == null || found.state().status() == status)
          .limit(limit)
          .toList();
    }
    return status != null
        ? handovers.page("status", status.name(), after, limit)
        : Stream.of(false, true)
            .flatMap(mark -> handovers.page("exercise", mark, after, limit).stream())
            .sorted(Comparator.comparing(Guarded::id))
            .limit(limit)
            .toList();
  }

  private List<Guarded<Handover>> shown(List<Guarded<Handover>> found, Viewer viewer) {
    Set<String> shown = new HashSet<>();
    found.stream()
        .collect(Collectors.partitioningBy(each -> each.state().exercise()))
        .forEach((exercise, those) -> shown.addAll(shown(those, exercise, viewer)));
    return found.stream().filter(each -> shown.contains(each.id())).toList();
  }

  private List<String> shown(List<Guarded<Handover>> those, boolean exercise, Viewer viewer) {
    List<Subject> subjects = new ArrayList<>();
    those.forEach(
        each ->
            subjects.add(
                new Subject(
                    each.id(), "handover", node, exercise, notTo(each.state()), Says.EMPTY)));
    if (subjects.isEmpty()) {
      return List.of();
    }
    var team = new Recipient(viewer.role(), country, node, null, viewer.person(), exercise);
    return switch (disclosures.of(
        subjects, Audience.CASE_TEAM, team, viewer.purpose(), Basis.PUBLIC_TASK)) {
      case Disclosure.Disclosed(var told, var _) ->
          told.stream().map(DisclosedSubject::id).toList();
      case Disclosure.Withheld(var reason) -> withheld(reason);
    };
  }

  private static List<String> withheld(Disclosure.Reason reason) {
    if (reason == Disclosure.Reason.AUDIT_UNAVAILABLE) {
      throw new TrailUnavailable();
    }
    return List.of();
  }

  /** Everybody who must not learn of the case, as its node says now and as its owner said. */
  private Set<String> notTo(Handover handover) {
    Set<String> notTo = new HashSet<>();
    if (handover instanceof Held held && held.content() != null) {
      notTo.addAll(held.content().notTo());
    }
    copies
        .find(handover.caseId())
        .ifPresent(
            copy -> {
              if (copy.state() instanceof CaseCopy.Known(CaseSnapshot now)) {
                notTo.addAll(now.notTo()); // upholds 6
              }
            });
    return notTo;
  }
}
