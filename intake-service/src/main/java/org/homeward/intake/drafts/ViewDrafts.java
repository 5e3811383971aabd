package org.homeward.intake.drafts;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;

/** Shows drafts to the whole team; a look at what was typed is recorded first. */
final class ViewDrafts {

  /** More than anybody has open; a list without what was typed. */
  private static final int MOST = 500;

  private final GuardedDocuments<KeptDraft> drafts;
  private final AuditTrail trail;
  private final Clock clock;

  ViewDrafts(GuardedDocuments<KeptDraft> drafts, AuditTrail trail, Clock clock) {
    this.drafts = drafts;
    this.trail = trail;
    this.clock = clock;
  }

  /** A draft, or why there is none. */
  sealed interface Look {

    record Shown(Draft draft, long version) implements Look {}

    record Gone(Optional<String> caseId) implements Look {}

    record Nothing() implements Look {}

    record Unrecorded() implements Look {}
  }

  /** Those that ring first, then the latest. */
  List<Guarded<KeptDraft>> open() {
    return drafts.page(KeptDraft.KEPT, KeptDraft.DRAFT, "", MOST).stream()
        .sorted(
            Comparator.comparing((Guarded<KeptDraft> each) -> !isRinging(each))
                .thenComparing(ViewDrafts::openedAt, Comparator.reverseOrder()))
        .toList();
  }

  private static boolean isRinging(Guarded<KeptDraft> each) {
    return each.state() instanceof Draft draft && draft.isRinging();
  }

  private static Instant openedAt(Guarded<KeptDraft> each) {
    return each.state() instanceof Draft draft ? draft.openedAt() : Instant.EPOCH;
  }

  /** How many of them ring. */
  long ringing() {
    return open().stream().filter(ViewDrafts::isRinging).count();
  }

  Look one(String id, String role, String person) {
    Guarded<KeptDraft> found = drafts.find(id).orElse(null);
    if (found == null) {
      return new Look.Nothing();
    }
    return switch (found.state()) {
      case GoneDraft gone -> new Look.Gone(Optional.ofNullable(gone.caseId()));
      case Draft draft ->
          isRecorded(id, role, person)
              ? new Look.Shown(draft, found.version())
              : new Look.Unrecorded();
    };
  }

  private boolean isRecorded(String id, String role, String person) {
    try {
      trail.append( // upholds 10
          new AuditEntry(
              List.of(id),
              AuditEntry.Verb.DISCLOSED,
              role,
              person,
              Purpose.CASE_WORK,
              Basis.PUBLIC_TASK,
              clock.instant()));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
