package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.pictures.papers.PdfSign;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a case, as a court order: a PDF, which is kept as it came, or a picture. It goes to
 * nobody outside the team.
 *
 * @param originalUntil null of a PDF, too
 * @param signs of a PDF, what whoever opens it should know
 * @param words absent until somebody has said them
 */
record Paper(
    String caseId,
    boolean exercise,
    Audience paperFor,
    UploadSeal seal,
    Deed uploaded,
    @Nullable Instant originalUntil,
    Set<PdfSign> signs,
    @Nullable Words words,
    @Nullable Deed looked)
    implements LiveUpload {

  /** The most papers that a case holds for one circle. */
  static final int MOST_OF_A_CIRCLE = 20;

  Paper {
    requireNonNull(caseId, "caseId");
    requireNonNull(paperFor, "paperFor");
    requireNonNull(seal, "seal");
    requireNonNull(uploaded, "uploaded");
    signs = signs == null ? Set.of() : Set.copyOf(signs);
  }

  /** The kinds of papers. */
  enum Kind {
    COURT_ORDER,
    PROTECTION_ORDER,
    CUSTODY_DECISION,
    IDENTITY_PAPER,
    OTHER
  }

  /** Where a paper can come from. */
  enum Source {
    COURT,
    POLICE,
    SOCIAL_SERVICE,
    LAWYER,
    FAMILY,
    CHILD,
    SCHOOL,
    OTHER
  }

  /** The description that somebody here has given of it. */
  record Words(Kind kind, String title, Source source) {

    Words {
      requireNonNull(kind, "kind");
      requireNonNull(title, "title");
      requireNonNull(source, "source");
    }

    @Override
    public String toString() {
      return "Words[redacted]";
    }
  }

  static Paper uploaded(
      String caseId,
      boolean exercise,
      Audience paperFor,
      UploadSeal seal,
      Deed uploaded,
      @Nullable Instant originalUntil,
      Set<PdfSign> signs) {
    return new Paper(caseId, exercise, paperFor, seal, uploaded, originalUntil, signs, null, null);
  }

  boolean isPdf() {
    return seal.digests().containsKey(UploadPart.DOCUMENT.text());
  }

  @Override
  public Paper lookedAt(Deed first) {
    return new Paper(
        caseId, exercise, paperFor, seal, uploaded, originalUntil, signs, words, first);
  }

  Paper described(Words now) {
    return new Paper(caseId, exercise, paperFor, seal, uploaded, originalUntil, signs, now, looked);
  }

  @Override
  public Paper withoutOriginal() {
    return new Paper(
        caseId,
        exercise,
        paperFor,
        seal.without(UploadPart.ORIGINAL),
        uploaded,
        null,
        signs,
        words,
        looked);
  }

  @Override
  public String toString() {
    return "Paper[redacted]";
  }
}
