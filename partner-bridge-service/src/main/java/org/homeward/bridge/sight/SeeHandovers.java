package org.homeward.bridge.sight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.face.access.Caller;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Exclusion;

/**
 * Decides whether a person may see a case, from its copy and from what its owner says, and records
 * the look before it answers.
 *
 * <p>Nobody sees an own case of which there is no copy, or a case whose newest news could not be
 * read; a person in its {@code notTo} does not see it either, also after it was erased. All of
 * these do the same to the store as an id that nothing has.
 */
public final class SeeHandovers {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Copies copies;
  private final Predicate<String> staleCases;
  private final AuditTrail trail;
  private final AuditTrail endTrail;
  private final Clock clock;

  /** The copies of cases, as far as they decide who sees something. */
  @FunctionalInterface
  interface Copies {

    /** From whom a case is kept; empty when there is no copy of it. */
    Optional<Set<String>> notTo(String caseId);
  }

  /**
   * @param staleCases whether the newest news of a case could not be read
   * @param endTrail takes looks that belong to a recall even when there is no key to seal them
   */
  SeeHandovers(
      Copies copies,
      Predicate<String> staleCases,
      AuditTrail trail,
      AuditTrail endTrail,
      Clock clock) {
    this.copies = copies;
    this.staleCases = staleCases;
    this.trail = trail;
    this.endTrail = endTrail;
    this.clock = clock;
  }

  /** The look could not be recorded, so there is none. */
  static final class TrailUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrailUnavailable() {
      super("the audit trail does not take entries");
    }
  }

  /**
   * Empty when the person gets the answer to an unknown id.
   *
   * @param asked the id under which the person asks
   * @param of the thing that has this id; empty when nothing has, and the same is read and recorded
   */
  public Optional<SeenCase> see(String asked, Optional<CaseSubject> of, Caller caller) {
    return see(asked, of, HandoverViewer.of(caller), trail);
  }

  /** The same under the id of the case itself. */
  public Optional<SeenCase> seeCase(String caseId, Caller caller) {
    return see(caseId, Optional.of(CaseSubject.ofCase(caseId)), caller);
  }

  /** The same for a recall, which no missing key of the audit trail holds up. */
  public Optional<SeenCase> seeToRecall(String asked, Optional<CaseSubject> of, Caller caller) {
    return see(asked, of, HandoverViewer.of(caller), endTrail);
  }

  private Optional<SeenCase> see(
      String asked, Optional<CaseSubject> of, HandoverViewer viewer, AuditTrail into) {
    if (!ID.matcher(asked).matches()) return Optional.empty(); // upholds 8
    String caseId = of.map(CaseSubject::caseId).orElse(asked);
    Known known = known(caseId);
    boolean sees = of.isPresent() && maySee(of.get(), known, viewer);
    List<String> subjects =
        Stream.concat(of.map(CaseSubject::caseId).stream(), Stream.of(asked)).distinct().toList();
    record(subjects, sees, viewer, into);
    return sees ? Optional.of(new SeenCase(asked, caseId, viewer.person())) : Optional.empty();
  }

  /** Those of a list that the person may see; none of them is shown before {@link #look}. */
  public <T> List<T> among(List<T> all, Function<T, CaseSubject> of, Caller caller) {
    HandoverViewer viewer = HandoverViewer.of(caller);
    Map<String, Known> known = new HashMap<>();
    List<T> seen = new ArrayList<>();
    for (T each : all) {
      CaseSubject subject = of.apply(each);
      if (maySee(subject, known.computeIfAbsent(subject.caseId(), this::known), viewer)) {
        seen.add(each);
      }
    }
    return seen;
  }

  /**
   * Records what a list shows, as one look.
   *
   * @param shown ids of things and of the cases they belong to
   */
  public void look(List<String> shown, Caller caller) {
    if (!shown.isEmpty()) {
      record(shown, true, HandoverViewer.of(caller), trail);
    }
  }

  /**
   * The content of the case's copy, and whether it is stale; both are read, whatever either says.
   *
   * @param keptFrom empty when there is no copy
   */
  private record Known(Optional<Set<String>> keptFrom, boolean stale) {}

  private Known known(String caseId) {
    return new Known(copies.notTo(caseId), staleCases.test(caseId));
  }

  private static String named(HandoverViewer viewer) {
    return Exclusion.person(viewer.person());
  }

  /** A country or node in {@code notTo} never binds this node's own team. */
  private static boolean maySee(CaseSubject of, Known known, HandoverViewer viewer) {
    if (known.stale()) return false; // upholds 6
    Optional<Set<String>> keptFrom = known.keptFrom();
    if (keptFrom.isEmpty() && of.ofThisNode()) return false; // upholds 6
    String name = named(viewer);
    if (keptFrom.filter(all -> all.contains(name)).isPresent()) return false; // upholds 6
    // The copy says who of those who decide is bound: always so that one of them is left.
    boolean free = viewer.decides() && keptFrom.isPresent();
    boolean byPartner = of.partnersNotTo().contains(name) && !free;
    if (byPartner) return false; // upholds 6
    return true;
  }

  private void record(List<String> subjects, boolean sees, HandoverViewer viewer, AuditTrail into) {
    try {
      into.append(viewer.by().look(subjects, sees, clock.instant())); // upholds 10
    } catch (RuntimeException notWritten) {
      throw new TrailUnavailable();
    }
  }

  /**
   * A thing of a case that a person asks for, as far as it decides who may see it.
   *
   * @param caseId of the case within this node
   * @param ofThisNode the case is this node's own, so that there must be a copy of it
   * @param partnersNotTo what the partner that owns the case says; of an own case nothing
   */
  public record CaseSubject(String caseId, boolean ofThisNode, Set<String> partnersNotTo) {

    public CaseSubject {
      partnersNotTo = Set.copyOf(partnersNotTo);
    }

    /** The case itself, which stands in the copies whoever owns it. */
    public static CaseSubject ofCase(String caseId) {
      return new CaseSubject(caseId, true, Set.of());
    }
  }
}
