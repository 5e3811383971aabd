package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.pictures.Area;
import org.homeward.schema.facts.PhotoWitness;
import org.jspecify.annotations.Nullable;

/**
 * The words of two people for showing the public a part of a photo. There is no place for the
 * consent of a parent: that of one who took the child would count for nothing.
 *
 * @param area the part, without another face, school or house number
 * @param knownBy who knows the child, of those who say that it is this one
 * @param digests SHA-256, hex, of that part as it is shown, by {@link UploadPart#text}
 * @param second absent until somebody else has confirmed it
 */
record PublicWish(
    Deed proposed,
    Area area,
    ChildSays childSays,
    PhotoWitness knownBy,
    Map<String, String> digests,
    @Nullable Second second) {

  PublicWish {
    requireNonNull(proposed, "proposed");
    requireNonNull(area, "area");
    requireNonNull(childSays, "childSays");
    requireNonNull(knownBy, "knownBy");
    digests = Map.copyOf(digests);
  }

  /** The child's own answer, where anybody could ask. */
  enum ChildSays {
    YES,
    /** Then nobody proposes it. */
    NO,
    NOT_POSSIBLE
  }

  /** Why the second person may say so. */
  enum Ground {
    KNOWS_CHILD,
    POLICE_REFERENCE
  }

  /**
   * The second person.
   *
   * @param by opaque id of the person
   * @param reference of the police; absent of a person who knows the child
   */
  record Second(String by, Instant at, Ground ground, @Nullable String reference) {

    Second {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(ground, "ground");
      if ((ground == Ground.POLICE_REFERENCE) == (reference == null)) {
        throw new IllegalArgumentException("a reference of the police, or a person who knows");
      }
    }

    @Override
    public String toString() {
      return "Second[redacted]";
    }
  }

  PublicWish confirmed(Second by) {
    return new PublicWish(proposed, area, childSays, knownBy, digests, by);
  }

  /** Whether these bytes are the part that the two speak of. */
  boolean isAbout(UploadPart part, byte[] content) {
    return UploadSeal.digest(content).equals(digests.get(part.text()));
  }

  boolean isConfirmed() {
    return second != null;
  }

  @Override
  public String toString() {
    return "PublicWish[redacted]";
  }
}
