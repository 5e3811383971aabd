package org.homeward.frame.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.homeward.durable.log.Log;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;

/**
 * The looks at a case and the looks of a person, for the data-protection officer.
 *
 * <p>It walks back through the numbers of the log, a bounded part for each page, and asks for no
 * index: an index over lists of ids would cost each look a write and the embedded store its heap.
 *
 * <p>An officer reads nothing of a case that is kept from the officer, nor the officer's own looks:
 * otherwise an answer about a case that is kept and one about a case that never was would differ.
 * Another officer reads them.
 */
final class ReadAudit {

  /** The most entries that one page walks through. */
  static final int WALK = 20_000;

  private static final int STEP = 500;

  private final Log audit;
  private final AuditTrail trail;
  private final AuditedSubjects subjects;
  private final Clock clock;

  ReadAudit(Log audit, AuditTrail trail, AuditedSubjects subjects, Clock clock) {
    this.audit = audit;
    this.trail = trail;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * Where an officer reads.
   *
   * @param below entries of lower numbers; empty to begin with the newest
   */
  record Part(Optional<Long> below, int limit) {}

  /**
   * A part of the trail, the newest first.
   *
   * @param next go on below this number; empty when the walk has reached the first entry. A page
   *     that found little, or nothing, may have one
   */
  record Page(List<RecordedLook> looks, Optional<Long> next) {}

  /** The entries about a case, and about what this service made of it. */
  Page ofCase(String officer, String caseId, Part part) {
    Set<String> ids = subjects.ofCase(caseId);
    boolean kept = subjects.mayKnow(officer, ids).containsValue(false);
    record(officer, kept ? List.of(caseId) : List.copyOf(ids));
    Set<String> read = kept ? Set.of() : ids; // upholds 6
    return page(officer, look -> !Collections.disjoint(look.subjects(), read), part);
  }

  /** The entries about a person, desk or partner; a desk's with those of its people. */
  Page byPerson(String officer, String person, Part part) {
    record(officer, List.of(person));
    return page(officer, look -> look.isBy(person), part);
  }

  private void record(String officer, List<String> of) {
    trail.append( // upholds 10
        new AuditEntry(
            of,
            AuditEntry.Verb.DISCLOSED,
            "dpo",
            officer,
            Purpose.OVERSIGHT,
            Basis.LEGAL_DUTY,
            clock.instant()));
  }

  private Page page(String officer, Predicate<RecordedLook> which, Part part) {
    long below = part.below().orElseGet(() -> audit.head().n() + 1);
    long end = Math.max(0, below - WALK);
    List<RecordedLook> looks = new ArrayList<>();
    while (below > end && looks.size() < part.limit()) {
      long first = Math.max(end, below - STEP);
      List<RecordedLook> all =
          audit.at(LongStream.range(first, below).boxed().toList()).reversed().stream()
              .filter(RecordedLook::isOne)
              .map(RecordedLook::of)
              .filter(look -> !officer.equals(look.reader())) // upholds 6
              .filter(which)
              .toList();
      List<RecordedLook> found = shown(officer, all).filter(which).toList(); // upholds 6
      int room = part.limit() - looks.size();
      List<RecordedLook> taken = found.subList(0, Math.min(room, found.size()));
      looks.addAll(taken);
      below = found.size() > room ? taken.getLast().n() : first;
    }
    return new Page(looks, below > 0 ? Optional.of(below) : Optional.empty());
  }

  private Stream<RecordedLook> shown(String officer, List<RecordedLook> looks) {
    Set<String> ids = new HashSet<>();
    looks.forEach(look -> ids.addAll(look.subjects()));
    Map<String, Boolean> may = subjects.mayKnow(officer, ids);
    return looks.stream().flatMap(look -> shown(look, may).stream());
  }

  /** Of a list that held a case that is kept from the officer, the others are left. */
  private static Optional<RecordedLook> shown(RecordedLook look, Map<String, Boolean> may) {
    if (look.subjects().stream().allMatch(id -> may.getOrDefault(id, true))) {
      return Optional.of(look);
    }
    List<String> left =
        look.subjects().stream()
            .filter(id -> may.getOrDefault(id, false)) // upholds 6
            .toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(look.about(left));
  }
}
