package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a child of a case. Until a person has looked at it nobody is shown it.
 *
 * @param child whom it is said to show
 * @param originalUntil when the bytes as they came are deleted; null when they are
 * @param words absent until somebody has said them
 * @param looked who looked at it first
 * @param released who let police have it
 * @param shared who let partners have it, too
 * @param wish that the public be shown it, once two people have said so
 * @param fromTip the tip that it came with; {@code uploaded} then says who took it over
 */
record Photo(
    String caseId,
    String child,
    boolean exercise,
    UploadSeal seal,
    Deed uploaded,
    @Nullable Instant originalUntil,
    PhotoClaims claims,
    @Nullable PhotoWords words,
    @Nullable Deed looked,
    @Nullable Deed released,
    @Nullable Deed shared,
    @Nullable PublicWish wish,
    TakenPicture.@Nullable Origin fromTip)
    implements LiveUpload {

  Photo {
    requireNonNull(caseId, "caseId");
    requireNonNull(child, "child");
    requireNonNull(seal, "seal");
    requireNonNull(uploaded, "uploaded");
    claims = claims == null ? PhotoClaims.NONE : claims;
    if (words != null && (words.source() == PhotoSource.TIP) == (fromTip == null)) {
      throw new IllegalArgumentException("a photo of a tip comes from nowhere else"); // upholds 6
    }
  }

  static Photo uploaded(
      String caseId,
      String child,
      boolean exercise,
      UploadSeal seal,
      PhotoClaims claims,
      Deed uploaded,
      Instant originalUntil) {
    return new Photo(
        caseId,
        child,
        exercise,
        seal,
        uploaded,
        originalUntil,
        claims,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The period of its original goes on; of what we made no copy is ever called an original. */
  static Photo ofTip(
      String caseId,
      String child,
      boolean exercise,
      UploadSeal seal,
      TakenPicture picture,
      Deed uploaded) {
    boolean isOriginal = picture.originalUntil() != null;
    return new Photo(
        caseId,
        child,
        exercise,
        isOriginal ? seal : seal.without(UploadPart.ORIGINAL), // upholds 6
        uploaded,
        picture.originalUntil(), // upholds 8
        new PhotoClaims(picture.takenAt(), picture.takenIn()),
        null,
        null,
        null,
        null,
        null,
        picture.origin());
  }

  /**
   * Whence people can say that it came: one of a tip from nowhere else, and no other from a tip.
   */
  Set<PhotoSource> sources() {
    return fromTip == null
        ? EnumSet.complementOf(EnumSet.of(PhotoSource.TIP, PhotoSource.OTHER))
        : EnumSet.of(PhotoSource.TIP);
  }

  boolean hasOriginal() {
    return seal.digests().containsKey(UploadPart.ORIGINAL.text());
  }

  @Override
  public Photo lookedAt(Deed first) {
    return new Photo(
        caseId,
        child,
        exercise,
        seal,
        uploaded,
        originalUntil,
        claims,
        words,
        first,
        released,
        shared,
        wish,
        fromTip);
  }

  /** Drops the wish for the public: two people gave it with the earlier words. */
  Photo described(PhotoWords now) {
    return new Photo(
        caseId,
        child,
        exercise,
        seal,
        uploaded,
        originalUntil,
        claims,
        now,
        looked,
        released,
        shared,
        null,
        fromTip);
  }

  Photo releasedBy(Deed deed) {
    return new Photo(
        caseId,
        child,
        exercise,
        seal,
        uploaded,
        originalUntil,
        claims,
        words,
        looked,
        deed,
        shared,
        wish,
        fromTip);
  }

  Photo sharedBy(Deed deed) {
    return new Photo(
        caseId,
        child,
        exercise,
        seal,
        uploaded,
        originalUntil,
        claims,
        words,
        looked,
        released,
        deed,
        wish,
        fromTip);
  }

  Photo wishing(@Nullable PublicWish now) {
    return new Photo(
        caseId,
        child,
        exercise,
        seal,
        uploaded,
        originalUntil,
        claims,
        words,
        looked,
        released,
        shared,
        now,
        fromTip);
  }

  /** Released to police, and confirmed by a second person. */
  boolean isForPublic() {
    return released != null && wish != null && wish.isConfirmed(); // upholds 6
  }

  /** Released to police, and then to partners. */
  boolean isForPartners() {
    return released != null && shared != null; // upholds 6
  }

  @Override
  public Photo withoutOriginal() {
    return new Photo(
        caseId,
        child,
        exercise,
        seal.without(UploadPart.ORIGINAL),
        uploaded,
        null,
        claims,
        words,
        looked,
        released,
        shared,
        wish,
        fromTip);
  }

  /** What the readers of the case may know of it; nothing before a person released it. */
  Optional<CasePhoto> forReaders(String id) {
    PhotoWords said = words;
    if (released == null || said == null) {
      return Optional.empty(); // upholds 12
    }
    return Optional.of(
        new CasePhoto(
            id,
            child,
            Code.of(said.source()),
            said.takenOn(),
            Code.of(said.saidBy()),
            Code.of(said.label()),
            audiences(),
            seal.without(UploadPart.VEILED).digests(),
            publicDigests()));
  }

  private Set<Audience> audiences() {
    Set<Audience> audiences = EnumSet.noneOf(Audience.class);
    if (isForPartners()) {
      audiences.add(Audience.PARTNER);
    }
    if (isForPublic()) {
      audiences.add(Audience.PUBLIC);
    }
    if (!audiences.isEmpty()) {
      audiences.add(Audience.POLICE);
    }
    return audiences;
  }

  private Map<String, String> publicDigests() {
    PublicWish now = wish;
    if (now == null || !isForPublic()) {
      return Map.of();
    }
    Map<String, String> digests = new TreeMap<>();
    now.digests()
        .forEach((part, digest) -> digests.put(part.substring(UploadPart.PUBLIC.length()), digest));
    return digests;
  }

  @Override
  public @Nullable Audience paperFor() {
    return null;
  }

  @Override
  public String toString() {
    return "Photo[redacted]";
  }

  /**
   * A picture that a child took or sent of itself. Until a supervisor has looked and decided,
   * nobody else is shown it, nobody describes it, and nobody outside gets it.
   */
  record Waiting(String caseId, Photo photo) implements LiveUpload {

    Waiting {
      requireNonNull(caseId, "caseId");
      requireNonNull(photo, "photo");
    }

    static Waiting of(Photo photo) {
      return new Waiting(photo.caseId(), photo);
    }

    @Override
    public boolean exercise() {
      return photo.exercise();
    }

    @Override
    public UploadSeal seal() {
      return photo.seal();
    }

    @Override
    public Deed uploaded() {
      return photo.uploaded();
    }

    @Override
    public @Nullable Instant originalUntil() {
      return photo.originalUntil();
    }

    @Override
    public @Nullable Deed looked() {
      return photo.looked();
    }

    @Override
    public boolean isOpen() {
      return false; // upholds 8
    }

    @Override
    public @Nullable Audience paperFor() {
      return null;
    }

    @Override
    public Waiting lookedAt(Deed first) {
      return of(photo.lookedAt(first));
    }

    @Override
    public Waiting withoutOriginal() {
      return of(photo.withoutOriginal());
    }

    @Override
    public String toString() {
      return "Waiting[redacted]";
    }
  }
}
