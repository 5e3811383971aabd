package org.homeward.intake.photos;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;

/**
 * Lets a person who may see a case get at one of its photos or papers, or finds nothing for her;
 * the look is recorded before either.
 */
final class LookAtUpload {

  private final GuardedDocuments<KeptUpload> photos;
  private final AuditTrail trail;
  private final AuditTrail evenWithoutKey;
  private final Clock clock;

  /**
   * @param evenWithoutKey records looks later when it has no key
   */
  LookAtUpload(
      GuardedDocuments<KeptUpload> photos,
      AuditTrail trail,
      AuditTrail evenWithoutKey,
      Clock clock) {
    this.photos = photos;
    this.trail = trail;
    this.evenWithoutKey = evenWithoutKey;
    this.clock = clock;
  }

  /** The proof that this person may see this upload, or its tombstone; only a look makes one. */
  static final class SeenUpload {

    private final Guarded<KeptUpload> found;
    private final LookAtCase.Seen of;
    private final boolean supervises;

    private SeenUpload(Guarded<KeptUpload> found, LookAtCase.Seen of, boolean supervises) {
      this.found = found;
      this.of = of;
      this.supervises = supervises;
    }

    String id() {
      return found.id();
    }

    Guarded<KeptUpload> found() {
      return found;
    }

    /** The case, as the person has looked at it. */
    LookAtCase.Seen ofCase() {
      return of;
    }

    /** Whether the person is a supervisor. */
    boolean supervises() {
      return supervises;
    }

    @Override
    public String toString() {
      return "SeenUpload[" + id() + "]";
    }
  }

  /**
   * @param of the case as the person has looked at it
   * @param papers whether it is to be a paper, or a photo
   */
  Optional<SeenUpload> at(LookAtCase.Seen of, String id, boolean papers, KeptUpload.Reader reader) {
    return look(trail, of, id, papers, reader);
  }

  /** For what takes it away from its readers, which no missing key may hold up. */
  Optional<SeenUpload> toEnd(
      LookAtCase.Seen of, String id, boolean papers, KeptUpload.Reader reader) {
    return look(evenWithoutKey, of, id, papers, reader);
  }

  private Optional<SeenUpload> look(
      AuditTrail on, LookAtCase.Seen of, String id, boolean papers, KeptUpload.Reader reader) {
    if (!LookAtCase.isId(id)) {
      return Optional.empty();
    }
    Optional<SeenUpload> seen =
        photos
            .find(id)
            .filter(found -> found.state().caseId().equals(of.id())) // upholds 6
            .filter(found -> found.state().isPaper() == papers)
            .filter(found -> found.state().isFor(reader)) // upholds 6
            .map(found -> new SeenUpload(found, of, reader.supervises()));
    if (seen.isPresent()) {
      record(on, of.id(), List.of(id), reader.viewer()); // upholds 10
    }
    return seen;
  }

  /** Records that a person is shown these of a case; without the entry she is shown nothing. */
  void record(LookAtCase.Seen of, List<String> ids, Viewer viewer) {
    if (!ids.isEmpty()) {
      record(trail, of.id(), ids, viewer);
    }
  }

  private void record(AuditTrail on, String caseId, List<String> ids, Viewer viewer) {
    List<String> subjects = new ArrayList<>(ids);
    subjects.add(caseId);
    viewer.looks(on, subjects, AuditEntry.Verb.DISCLOSED, clock.instant()); // upholds 10
  }
}
