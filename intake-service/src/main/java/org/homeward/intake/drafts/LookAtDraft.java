package org.homeward.intake.drafts;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person see a draft, or finds nothing for her; the look is recorded before either. A draft
 * that was filed is as hidden as its case. One that is hidden and an id that nobody gave leave the
 * same behind them.
 */
public final class LookAtDraft {

  private final GuardedDocuments<KeptDraft> drafts;
  private final LookAtCase lookAtCase;
  private final AuditTrail trail;
  private final Clock clock;

  LookAtDraft(
      GuardedDocuments<KeptDraft> drafts, LookAtCase lookAtCase, AuditTrail trail, Clock clock) {
    this.drafts = drafts;
    this.lookAtCase = lookAtCase;
    this.trail = trail;
    this.clock = clock;
  }

  /** The proof that this person may see this draft, or its tombstone; only a look makes one. */
  public static final class SeenDraft {

    private final Guarded<KeptDraft> found;
    private final String person;

    private SeenDraft(Guarded<KeptDraft> found, String person) {
      this.found = found;
      this.person = person;
    }

    /** The id of the draft. */
    public String id() {
      return found.id();
    }

    /** The opaque id of the person. */
    public String person() {
      return person;
    }

    /** Whether it is one of an exercise. */
    public boolean exercise() {
      return found.state().exercise();
    }

    /** The people from whom it was kept at the look. */
    public Set<String> notTo() {
      return found.state().notTo();
    }

    Guarded<KeptDraft> found() {
      return found;
    }

    @Override
    public String toString() {
      return "SeenDraft[" + id() + "]";
    }
  }

  /** Empty where this person finds nothing. */
  public Optional<SeenDraft> at(String id, Viewer viewer) {
    if (!LookAtCase.isId(id)) {
      return Optional.empty();
    }
    Optional<Guarded<KeptDraft>> found = find(id, viewer);
    if (found.isEmpty()) {
      lookAtCase.at(id, viewer); // the same store operations and audit entry as for a filed draft
    }
    return found.flatMap(each -> look(each, viewer));
  }

  /** Whether this person may see the draft, or else the case, that has this id; a look at it. */
  public boolean findsDraftOrCase(String id, Viewer viewer) {
    Optional<Guarded<KeptDraft>> found = find(id, viewer);
    return found.isEmpty()
        ? lookAtCase.at(id, viewer).isPresent()
        : look(found.get(), viewer).isPresent();
  }

  /** The same where nothing is shown yet, so that it is no look. */
  public boolean mayKnowOfDraftOrCase(String id, Viewer viewer) {
    Optional<Guarded<KeptDraft>> found = find(id, viewer);
    String caseId = found.isEmpty() ? id : filedInto(found.get());
    return caseId == null || lookAtCase.mayKnowOf(caseId, viewer);
  }

  /**
   * Filters ids of drafts, or of cases where no draft has the id, to those this person may know of;
   * nothing is shown, so no look.
   */
  public Set<String> knownDraftsOrCases(Set<String> ids, Viewer viewer) {
    String named = KeptCase.named(viewer.person());
    Map<String, Excerpt> found =
        drafts.excerpts().of(ids, KeptDraft.KEPT, GoneDraft.CASE_ID, KeptCase.NOT_TO_LIST);
    Map<String, String> cases = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (String id : ids) {
      Excerpt draft = found.get(id);
      if (draft == null) {
        cases.put(id, id);
      } else if (!draft.texts(KeptCase.NOT_TO_LIST).contains(named)) { // upholds 6
        draft.text(GoneDraft.CASE_ID).ifPresentOrElse(of -> cases.put(id, of), () -> known.add(id));
      }
    }
    Set<String> knownCases = lookAtCase.known(Set.copyOf(cases.values()), viewer);
    cases.forEach(
        (id, of) -> {
          if (knownCases.contains(of)) known.add(id);
        });
    return known;
  }

  private Optional<Guarded<KeptDraft>> find(String id, Viewer viewer) {
    String named = KeptCase.named(viewer.person());
    return drafts.findUnless(id, KeptCase.NOT_TO_LIST, named);
  }

  private static @Nullable String filedInto(Guarded<KeptDraft> found) {
    return found.state() instanceof GoneDraft gone ? gone.caseId() : null;
  }

  private Optional<SeenDraft> look(Guarded<KeptDraft> found, Viewer viewer) {
    var seen = new SeenDraft(found, viewer.person());
    String filedInto = filedInto(found);
    if (filedInto != null) {
      return lookAtCase.at(filedInto, viewer).map(_ -> seen);
    }
    record(List.of(found.id()), viewer);
    return Optional.of(seen);
  }

  /** Records that a person is shown these. */
  public void record(List<String> ids, Viewer viewer) {
    if (ids.isEmpty()) {
      return;
    }
    viewer.looks(trail, ids, AuditEntry.Verb.DISCLOSED, clock.instant()); // upholds 10
  }
}
