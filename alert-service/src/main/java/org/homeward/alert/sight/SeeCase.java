package org.homeward.alert.sight;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a person may see a case, from its copy, and records the look before it answers.
 *
 * <p>Nobody sees a case of which there is no copy, whose newest news could not be read, or that is
 * erased; a person in its {@code notTo} does not see it either. All of these do the same to the
 * store as an id that nothing has.
 */
public final class SeeCase {

  private final GuardedDocuments<CaseCopy> copies;
  private final Predicate<String> staleCases;
  private final AuditTrail trail;
  private final AuditTrail endTrail;
  private final Clock clock;

  /**
   * @param staleCases whether the newest news of a case could not be read
   * @param endTrail takes looks that belong to an end even when there is no key to seal them
   */
  SeeCase(
      GuardedDocuments<CaseCopy> copies,
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

  /** Empty when the person gets the answer to an unknown id. */
  public Optional<SeenCase> see(String caseId, CaseViewer viewer) {
    return seeCaseOf(caseId, caseId, viewer);
  }

  /**
   * The case of something that has an id of its own, such as an alert.
   *
   * @param asked the id by which the person asks
   * @param of the case that it belongs to; null when nothing has this id, and then the same is read
   *     and recorded
   */
  public Optional<SeenCase> seeCaseOf(String asked, @Nullable String of, CaseViewer viewer) {
    return see(asked, of, viewer, trail);
  }

  /** The same for an end, which no missing key of the audit trail holds up. */
  public Optional<SeenCase> seeCaseToEnd(String asked, @Nullable String of, CaseViewer viewer) {
    return see(asked, of, viewer, endTrail);
  }

  /**
   * Whether a person may see what outlives a case, such as printed paper: while the case lives, and
   * once it is erased, unless it was kept from that person. The look is recorded like any other.
   *
   * @param asked as above
   * @param of as above
   */
  public boolean seesEvenErased(String asked, @Nullable String of, CaseViewer viewer) {
    return see(asked, of, viewer, trail, copy -> remains(copy, viewer)).isPresent();
  }

  private Optional<SeenCase> see(
      String asked, @Nullable String of, CaseViewer viewer, AuditTrail into) {
    return see(asked, of, viewer, into, copy -> seen(copy, viewer));
  }

  private <T> Optional<T> see(
      String asked,
      @Nullable String of,
      CaseViewer viewer,
      AuditTrail into,
      Function<Guarded<CaseCopy>, Optional<T>> shown) {
    String caseId = of == null ? asked : of;
    Optional<Guarded<CaseCopy>> copy =
        copies.findUnless(caseId, CaseCopy.NOT_TO_LISTS, CaseCopy.named(viewer.person()));
    boolean stale = staleCases.test(caseId); // whatever was found
    Optional<T> seen = of == null ? Optional.empty() : copy.flatMap(shown);
    if (stale) seen = Optional.empty(); // upholds 6
    List<String> subjects = Stream.of(caseId, asked).distinct().toList();
    into.append(viewer.look(subjects, seen.isPresent(), clock.instant())); // upholds 10
    return seen;
  }

  /** Those of them that the person may see, by id, as one look; a list shows nothing else. */
  public Map<String, SeenCase> seeAmong(Collection<String> caseIds, CaseViewer viewer) {
    return among(caseIds, viewer, copy -> seen(copy, viewer));
  }

  /** The same of {@link #seesEvenErased}. */
  public Set<String> seeAmongEvenErased(Collection<String> caseIds, CaseViewer viewer) {
    return among(caseIds, viewer, copy -> remains(copy, viewer)).keySet();
  }

  private <T> Map<String, T> among(
      Collection<String> caseIds,
      CaseViewer viewer,
      Function<Guarded<CaseCopy>, Optional<T>> shown) {
    Map<String, T> all = new TreeMap<>();
    for (Guarded<CaseCopy> copy : copies.find(new TreeSet<>(caseIds))) {
      if (staleCases.test(copy.id())) continue; // upholds 6
      shown.apply(copy).ifPresent(seen -> all.put(copy.id(), seen));
    }
    if (!all.isEmpty()) {
      trail.append(viewer.look(List.copyOf(all.keySet()), true, clock.instant())); // upholds 10
    }
    return all;
  }

  /**
   * Filters ids to cases that the person may know of. It reads only the deciding fields and records
   * no look, because nothing is shown.
   */
  public Set<String> known(Set<String> caseIds, String person) {
    Set<String> known = new HashSet<>();
    copies
        .excerpts()
        .of(caseIds, CaseCopy.KEPT, CaseCopy.NOT_TO_LIST)
        .forEach(
            (id, copy) -> {
              boolean isThere = copy.text(CaseCopy.KEPT).filter(CaseCopy.KNOWN::equals).isPresent();
              boolean hidden = CaseCopy.isKeptFrom(person, copy.texts(CaseCopy.NOT_TO_LIST));
              boolean mayKnow = !hidden && !staleCases.test(id); // upholds 6
              if (isThere && mayKnow) known.add(id);
            });
    return known;
  }

  private static Optional<String> remains(Guarded<CaseCopy> copy, CaseViewer viewer) {
    boolean kept = copy.state().isKeptFrom(viewer.person());
    return kept ? Optional.empty() : Optional.of(copy.id()); // upholds 6
  }

  private Optional<SeenCase> seen(Guarded<CaseCopy> copy, CaseViewer viewer) {
    return switch (copy.state()) {
      case CaseCopy.Known known when known.isKeptFrom(viewer.person()) -> // upholds 6
          Optional.empty();
      case CaseCopy.Known known -> Optional.of(new SeenCase(copy.id(), viewer, known.notTo()));
      case CaseCopy.Erased _ -> Optional.empty();
    };
  }
}
