package org.homeward.intake.tips;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.rulings.Word;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to have seen of a child.
 *
 * @param channel WEB where nobody of the team took it
 * @param takenBy opaque id of the person who took it; null when it came by itself
 * @param spot where on the map a person puts its place
 * @param caseId the case that it is about: then it is as hidden as that, and erased with it
 * @param caseEndedAt when the search of that case ended
 * @param tiedBy opaque id of the person who tied it there; null where it came so, and in older tips
 * @param report the report of the case that it became
 * @param toErase the first of two words for erasing it; void once somebody changes the tip
 * @param picture that came with it
 * @param sent to the owner of its case, where that is a partner
 * @param sameText derived, and stored because it is asked for
 * @param sameContact derived, and stored because it is asked for
 * @param samePicture derived, and stored because it is asked for
 * @param standing derived, and stored for the lists
 */
record Tip(
    boolean exercise,
    Channel channel,
    TipWords words,
    Instant receivedAt,
    @Nullable String takenBy,
    @Nullable Spot spot,
    @Nullable Grade grade,
    @Nullable String caseId,
    @Nullable Instant caseEndedAt,
    @Nullable String tiedBy,
    @Nullable NoUse noUse,
    @Nullable String report,
    @Nullable Word toErase,
    @Nullable TipPicture picture,
    @Nullable Sent sent,
    @Nullable String sameText,
    @Nullable String sameContact,
    @Nullable String samePicture,
    Standing standing)
    implements KeptTip {

  /** The fields of the state by which tips are asked for. */
  static final String CASE_ID = "caseId";

  static final String SAME_TEXT = "sameText";
  static final String SAME_CONTACT = "sameContact";
  static final String SAME_PICTURE = "samePicture";
  static final String STANDING = "standing";

  Tip {
    requireNonNull(channel, "channel");
    requireNonNull(words, "words");
    requireNonNull(receivedAt, "receivedAt");
    sameText = SameGiver.ofText(words.text());
    sameContact = SameGiver.ofContact(words.contact());
    samePicture = picture == null ? null : picture.same();
    standing = standing(report, sent, noUse, caseId);
  }

  /** What has become of a tip. */
  enum Standing {
    WAITING,
    TIED,
    REPORTED,
    SENT,
    NO_USE
  }

  /**
   * Its sighting went to the owner of the case.
   *
   * @param sighting its id in that handover
   * @param by opaque id of the person who sent it
   * @param takenBack the word to the owner that it must forget it
   */
  record Sent(
      String handover, String sighting, String by, Instant at, @Nullable TakenBack takenBack) {

    Sent {
      requireNonNull(handover, "handover");
      requireNonNull(sighting, "sighting");
    }

    /** Whether it is the same message, whoever presses again. */
    boolean isOf(Sent other) {
      return handover.equals(other.handover) && sighting.equals(other.sighting);
    }

    /** The same message, once somebody has taken it back too. */
    Sent and(Sent newest) {
      return takenBack != null ? this : new Sent(handover, sighting, by, at, newest.takenBack());
    }
  }

  /**
   * The owner was told to forget it.
   *
   * @param by opaque id of the person who decided that
   */
  record TakenBack(String by, Instant at) {}

  /**
   * What a person thinks of it.
   *
   * @param reason in the person's words
   * @param by opaque id of the person
   */
  record Grade(
      SourceGrade source, InformationGrade information, String reason, String by, Instant at) {

    Grade {
      requireNonNull(source, "source");
      requireNonNull(information, "information");
      requireNonNull(reason, "reason");
    }

    /** Whether the same person says the same again. */
    boolean says(Grade other) {
      return source == other.source
          && information == other.information
          && reason.equals(other.reason)
          && by.equals(other.by);
    }

    @Override
    public String toString() {
      return "Grade[" + source + ", " + information + "]";
    }
  }

  /**
   * Nobody needs it any more.
   *
   * @param by opaque id of the person who decided that
   */
  record NoUse(String reason, String by, Instant at) {

    @Override
    public String toString() {
      return "NoUse[redacted]";
    }
  }

  /** As it comes. */
  static Tip received(
      boolean exercise, Channel channel, TipWords words, @Nullable String takenBy, Instant now) {
    return new Tip(
        exercise,
        channel,
        words,
        now,
        takenBy,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Standing.WAITING);
  }

  Optional<String> tie() {
    return Optional.ofNullable(caseId);
  }

  /** Whether the owner abroad still has it, as far as this node knows. */
  boolean isAbroad() {
    return sent != null && sent.takenBack() == null;
  }

  /** The kind of sender, for the photo that its picture becomes. */
  TakenPicture.Sender sender() {
    if (channel == Channel.PARTNER) {
      return TakenPicture.Sender.PARTNER;
    }
    return takenBy == null ? TakenPicture.Sender.PUBLIC : TakenPicture.Sender.OPERATOR;
  }

  /** Whether bytes of its picture are kept. */
  boolean hasBytes() {
    return picture != null && picture.seal() != null;
  }

  Tip located(Spot now) {
    return with(now, grade, caseId, caseEndedAt, noUse, report, null, picture, sent);
  }

  Tip pictured(TipPicture now) {
    return with(spot, grade, caseId, caseEndedAt, noUse, report, null, now, sent);
  }

  Tip graded(Grade now) {
    return with(now, caseId, caseEndedAt, noUse, report);
  }

  /** It is about this case, so somebody has found a use for it. */
  Tip tied(String to, @Nullable Instant endedAt, @Nullable String by) {
    return with(spot, grade, to, endedAt, by, null, report, null, picture, sent);
  }

  Tip caseEnded(Instant at) {
    return with(grade, caseId, at, noUse, report);
  }

  Tip ofNoUse(NoUse why) {
    return with(grade, caseId, caseEndedAt, why, report);
  }

  Tip reported(String as) {
    return with(grade, caseId, caseEndedAt, null, as);
  }

  Tip sentTo(Sent owner) {
    return with(spot, grade, caseId, caseEndedAt, null, report, null, picture, owner);
  }

  Tip toBeErased(Word first) {
    return with(spot, grade, caseId, caseEndedAt, noUse, report, first, picture, sent);
  }

  /** Whether police have not judged its picture yet, so that nothing erases that. */
  boolean isEvidence() {
    return picture != null && picture.isEvidence();
  }

  /** The picture that police need, and no word of whoever sent it. */
  Tip evidenceAlone(Instant now) {
    return new Tip(
        exercise,
        channel,
        TipWords.NONE,
        receivedAt,
        null,
        null,
        null,
        caseId,
        caseEndedAt == null ? now : caseEndedAt,
        null,
        null,
        null,
        null,
        picture == null ? null : picture.withoutClaims(),
        null,
        null,
        null,
        null,
        Standing.WAITING);
  }

  private Tip with(
      @Nullable Grade nowGrade,
      @Nullable String nowCase,
      @Nullable Instant nowEndedAt,
      @Nullable NoUse nowNoUse,
      @Nullable String nowReport) {
    return with(spot, nowGrade, nowCase, nowEndedAt, nowNoUse, nowReport, null, picture, sent);
  }

  private Tip with(
      @Nullable Spot nowSpot,
      @Nullable Grade nowGrade,
      @Nullable String nowCase,
      @Nullable Instant nowEndedAt,
      @Nullable NoUse nowNoUse,
      @Nullable String nowReport,
      @Nullable Word nowToErase,
      @Nullable TipPicture nowPicture,
      @Nullable Sent nowSent) {
    return with(
        nowSpot,
        nowGrade,
        nowCase,
        nowEndedAt,
        tiedBy,
        nowNoUse,
        nowReport,
        nowToErase,
        nowPicture,
        nowSent);
  }

  private Tip with(
      @Nullable Spot nowSpot,
      @Nullable Grade nowGrade,
      @Nullable String nowCase,
      @Nullable Instant nowEndedAt,
      @Nullable String nowTiedBy,
      @Nullable NoUse nowNoUse,
      @Nullable String nowReport,
      @Nullable Word nowToErase,
      @Nullable TipPicture nowPicture,
      @Nullable Sent nowSent) {
    return new Tip(
        exercise,
        channel,
        words,
        receivedAt,
        takenBy,
        nowSpot,
        nowGrade,
        nowCase,
        nowEndedAt,
        nowTiedBy,
        nowNoUse,
        nowReport,
        nowToErase,
        nowPicture,
        nowSent,
        null,
        null,
        null,
        Standing.WAITING);
  }

  private static Standing standing(
      @Nullable String report,
      @Nullable Sent sent,
      @Nullable NoUse noUse,
      @Nullable String caseId) {
    if (report != null) {
      return Standing.REPORTED;
    }
    if (noUse != null) {
      return Standing.NO_USE;
    }
    if (sent != null) {
      return Standing.SENT;
    }
    return caseId == null ? Standing.WAITING : Standing.TIED;
  }

  @Override
  public String toString() {
    return "Tip[redacted]";
  }
}
