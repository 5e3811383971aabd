package org.homeward.intake.rulings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.jspecify.annotations.Nullable;

/**
 * A decision that one person made alone. It acts at once; another person looks at it afterwards.
 *
 * @param number counts the decisions of a case from 1
 * @param about the report or child that it is about
 * @param by opaque id of the person
 * @param code the ground of a release, the reason of a hold, or the outcome of an end; null for
 *     what was told by phone, and for a photo
 * @param verified how an end was verified; null for anything else
 * @param reason in the person's words; null when the code says enough
 * @param seen who has looked at it; null while nobody has
 */
public record Decided(
    int number,
    Kind kind,
    String about,
    String by,
    Instant at,
    @Nullable String code,
    @Nullable String verified,
    @Nullable String reason,
    @Nullable Seen seen) {

  public Decided {
    requireNonNull(kind, "kind");
    requireNonNull(about, "about");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /** The kind of decision. */
  public enum Kind {
    RELEASED,
    TOLD_BY_PHONE,
    HELD,
    ENDED,
    PHOTO_RELEASED,
    PHOTO_SHARED;

    /** Whether it is about a child, and not about a report. */
    public boolean isAboutAChild() {
      return this == ENDED || this == PHOTO_RELEASED || this == PHOTO_SHARED;
    }
  }

  /** Another person has looked at it. */
  public record Seen(String by, Instant at) {

    public Seen {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /**
   * About a report that police get.
   *
   * @param reason in the person's words; null when nothing was said
   */
  public static Decided released(
      String report, PoliceRelease release, @Nullable String reason, String by, Instant at) {
    return switch (release) {
      case PoliceRelease.Released released ->
          of(Kind.RELEASED, report, by, at, released.basis().text(), null, reason);
      case PoliceRelease.ByPhone _ -> of(Kind.TOLD_BY_PHONE, report, by, at, null, null, reason);
      case PoliceRelease.Held _ -> throw new IllegalArgumentException("a hold is no release");
    };
  }

  /** About a report that police do not get for now. */
  public static Decided held(String report, HoldReason why, String by, Instant at) {
    return of(Kind.HELD, report, by, at, why.name(), null, null);
  }

  /** About a child whose search is over. */
  public static Decided ended(
      String child, Outcome outcome, Verification verification, String by, Instant at) {
    return of(Kind.ENDED, child, by, at, outcome.name(), verification.name(), null);
  }

  /** About a photo of this child that police get. */
  public static Decided photoReleased(String child, String by, Instant at) {
    return of(Kind.PHOTO_RELEASED, child, by, at, null, null, null);
  }

  /** About a photo of this child that partners get. */
  public static Decided photoShared(String child, String by, Instant at) {
    return of(Kind.PHOTO_SHARED, child, by, at, null, null, null);
  }

  /** Its case numbers it. */
  private static Decided of(
      Kind kind,
      String about,
      String by,
      Instant at,
      @Nullable String code,
      @Nullable String verified,
      @Nullable String reason) {
    return new Decided(0, kind, about, by, at, code, verified, reason, null);
  }

  /** Holds a report again that the same person held: one line says enough. */
  boolean renews(Decided before) {
    return kind == Kind.HELD
        && before.kind == Kind.HELD
        && about.equals(before.about)
        && by.equals(before.by);
  }

  Decided numbered(int which) {
    return new Decided(which, kind, about, by, at, code, verified, reason, seen);
  }

  Decided seenBy(String person, Instant when) {
    return new Decided(number, kind, about, by, at, code, verified, reason, new Seen(person, when));
  }

  @Override
  public String toString() {
    return "Decided[" + number + ", " + kind + "]";
  }
}
