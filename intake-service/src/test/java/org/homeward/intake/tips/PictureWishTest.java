package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.tips.TipCommand.Refusal;
import org.homeward.intake.tips.TipCommand.TipDecision;
import org.homeward.intake.tips.TipPicture.Deed;
import org.homeward.intake.tips.TipPicture.State;
import org.homeward.schema.facts.Channel;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class PictureWishTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");
  private static final Deed ANA = new Deed("p-1", AT, null);
  private static final Deed POLICE = new Deed("p-2", AT, "KU 12/26");
  private static final Deed LETTER = new Deed("p-3", AT, "KU 12/26-7");
  private static final PictureWish LOOK = new PictureWish.Look(ANA, false);
  private static final PictureWish LOCK = new PictureWish.Lock(ANA);
  private static final PictureWish HAND_OVER = new PictureWish.HandOver(POLICE);
  private static final PictureWish DESTROY = new PictureWish.Destroy(LETTER);
  private static final PictureWish WITHDRAW = withdraw("p-1");
  private static final PictureWish TAKE_OVER = new PictureWish.TakeOver("photo");
  private static final PictureWish END_AGAIN = new PictureWish.EndAgain(ANA);

  private static PictureWish withdraw(String person) {
    return new PictureWish.Withdraw(new Deed(person, AT, null), Set.of(Role.OPERATOR));
  }

  private static Tip received(boolean ofGiver) {
    var seal =
        new UploadSeal(
            "key",
            Map.of(UploadPart.LARGE.text(), "digest", UploadPart.ORIGINAL.text(), "original"));
    var words =
        new TipWords(
            "A boy at the station", null, null, null, null, null, null, null, null, null, null);
    return Tip.received(false, Channel.WEB, words, null, AT)
        .pictured(TipPicture.received(seal, ofGiver, "2026-03-01", "45, 19", AT.plusSeconds(60)));
  }

  private static Tip after(Tip tip, PictureWish... wishes) {
    Tip now = tip;
    for (PictureWish wish : wishes) {
      TipDecision decided = TipCommand.decide(now, new TipCommand.OfPicture(wish), AT);
      assertThat(decided).isInstanceOf(TipDecision.Changed.class);
      now = (Tip) ((TipDecision.Changed) decided).next();
    }
    return now;
  }

  private static Map<State, Tip> states() {
    Map<State, Tip> states = new EnumMap<>(State.class);
    states.put(State.UNSEEN, received(false));
    states.put(State.SEEN, after(received(false), LOOK));
    states.put(State.LOCKED, after(received(false), LOCK));
    states.put(State.DESTROYED, after(received(false), LOCK, HAND_OVER, DESTROY));
    states.put(State.WITHDRAWN, after(received(false), WITHDRAW, withdraw("p-2")));
    states.put(State.TAKEN_OVER, after(received(false), LOOK, TAKE_OVER));
    return states;
  }

  /** A state, an unchanged one as {@code -}, or why nothing is done. */
  private static String said(Tip tip, PictureWish wish) {
    return switch (PictureWish.decide(tip, wish, AT)) {
      case TipDecision.Changed(Tip next) -> String.valueOf(next.picture().state());
      case TipDecision.Changed(GoneTip _) -> "gone";
      case TipDecision.Erased _ -> "erased";
      case TipDecision.Unchanged() -> "-";
      case TipDecision.Refused(Refusal why) -> "! " + why;
    };
  }

  @Test
  @Proves({7, 12})
  void eachWishIsDecidedInEachState() {
    Map<PictureWish, List<String>> table =
        Map.of(
            LOOK,
            List.of(
                "SEEN",
                "-",
                "! PICTURE_LOCKED",
                "! PICTURE_GONE",
                "! PICTURE_GONE",
                "! PICTURE_GONE"),
            LOCK,
            List.of("LOCKED", "LOCKED", "-", "! PICTURE_GONE", "! PICTURE_GONE", "! PICTURE_GONE"),
            HAND_OVER,
            List.of(
                "! PICTURE_NOT_LOCKED",
                "! PICTURE_NOT_LOCKED",
                "LOCKED",
                "! PICTURE_GONE",
                "! PICTURE_GONE",
                "! PICTURE_GONE"),
            DESTROY,
            List.of(
                "! PICTURE_NOT_LOCKED",
                "! PICTURE_NOT_LOCKED",
                "! PICTURE_NOT_HANDED_OVER",
                "! PICTURE_GONE",
                "! PICTURE_GONE",
                "! PICTURE_GONE"),
            WITHDRAW,
            List.of("UNSEEN", "SEEN", "! PICTURE_LOCKED", "-", "-", "-"),
            TAKE_OVER,
            List.of(
                "! PICTURE_UNSEEN",
                "TAKEN_OVER",
                "! PICTURE_LOCKED",
                "! PICTURE_GONE",
                "! PICTURE_GONE",
                "-"),
            END_AGAIN,
            List.of("WITHDRAWN", "WITHDRAWN", "WITHDRAWN", "-", "-", "-"));
    table.forEach(
        (wish, outcomes) ->
            assertThat(states().values().stream().map(tip -> said(tip, wish)))
                .as(wish.toString())
                .containsExactlyElementsOf(outcomes));
  }

  @Test
  @Proves(7)
  void twoPersonsDeleteAPicture() {
    Tip first = after(received(false), WITHDRAW);
    assertThat(first.picture()).isEqualTo(received(false).picture());
    assertThat(said(first, WITHDRAW)).isEqualTo("! ANOTHER_PERSON_NEEDED");
    Tip seen = after(first, new PictureWish.Look(POLICE, true));
    assertThat(said(seen, withdraw("p-2"))).as("who has looked first").isEqualTo("WITHDRAWN");

    var erase = new TipCommand.Erase(EraseReason.SUBJECT_REQUEST, "p-2", Set.of(Role.DPO), false);
    Tip other = (Tip) changed(first, erase);
    assertThat(other.picture()).as("another matter").isNotNull();
    Tip located = (Tip) changed(first, new TipCommand.Locate(new Spot(45, 19, 5, "p", AT)));
    assertThat(said(located, withdraw("p-2"))).as("somebody works with it").isEqualTo("UNSEEN");
  }

  @Test
  @Proves(7)
  void whoeverDecidedTheHandOverDoesNotDestroyIt() {
    Tip handed = after(received(false), LOCK, HAND_OVER);
    assertThat(said(handed, new PictureWish.Destroy(POLICE))).isEqualTo("! ANOTHER_PERSON_NEEDED");
    assertThat(said(handed, DESTROY)).isEqualTo("DESTROYED");
  }

  @Test
  @Proves(6)
  void aSupervisorLooksFirstAtThePictureOfAChildWhoSentIt() {
    assertThat(said(received(true), LOOK)).isEqualTo("! SUPERVISOR_LOOKS_FIRST");
    Tip seen = after(received(true), new PictureWish.Look(ANA, true));
    assertThat(said(seen, LOOK)).as("then everybody of the team").isEqualTo("-");
  }

  @Test
  @Proves(8)
  void whatIsGoneHasNoKeyAndNoClaims() {
    for (State gone : Set.of(State.DESTROYED, State.WITHDRAWN, State.TAKEN_OVER)) {
      TipPicture left = states().get(gone).picture();
      assertThat(left.seal()).as(gone.name()).isNull();
      assertThat(left.same()).isNull();
      assertThat(left.takenAt()).isNull();
      assertThat(left.takenIn()).isNull();
      assertThat(left.originalUntil()).isNull();
    }
  }

  @Test
  @Proves(8)
  void theBytesAsTheyCameGoWithTheirPeriodUnlessPoliceNeedThem() {
    var due = new TipCommand.OfPicture(new PictureWish.LetOriginalGoIfDue());
    Instant over = AT.plusSeconds(60);
    assertThat(TipCommand.decide(received(false), due, AT)).isEqualTo(new TipDecision.Unchanged());
    Tip without =
        (Tip) ((TipDecision.Changed) TipCommand.decide(received(false), due, over)).next();
    assertThat(without.picture().seal().digests()).doesNotContainKey(UploadPart.ORIGINAL.text());
    assertThat(TipCommand.decide(states().get(State.LOCKED), due, over))
        .isEqualTo(new TipDecision.Unchanged());
  }

  @Test
  @Proves(7)
  void neitherTimeNorPersonsEraseATipWhosePicturePoliceHaveNotJudged() {
    Tip locked = states().get(State.LOCKED);
    var expire = new TipCommand.ExpireIfDue(Duration.ofDays(90));
    var erase = new TipCommand.Erase(EraseReason.SUBJECT_REQUEST, "p-1", Set.of(Role.DPO), false);
    Instant later = AT.plus(Duration.ofDays(400));

    assertThat(TipCommand.decide(locked, expire, later)).isEqualTo(new TipDecision.Unchanged());
    assertThat(TipCommand.decide(locked, erase, AT))
        .isEqualTo(new TipDecision.Refused(Refusal.PICTURE_LOCKED));
    assertThat(TipCommand.decide(locked.tied("c", null, null), erase, AT))
        .as("nor two of a search, one after the other")
        .isEqualTo(new TipDecision.Refused(Refusal.PICTURE_LOCKED));
    Tip destroyed = states().get(State.DESTROYED);
    assertThat(TipCommand.decide(destroyed, expire, later))
        .isEqualTo(new TipDecision.Changed(new GoneTip(false)));
  }

  @Test
  @Proves(7)
  void anErasedCaseLeavesThePictureThatPoliceHaveNotJudgedAndNoWordOfTheTip() {
    var again = new TipCommand.EraseAgain();
    Tip locked = after(received(false), LOCK).tied("c", null, null);

    Tip left = (Tip) changed(locked, again);

    assertThat(left.words()).isEqualTo(TipWords.NONE);
    assertThat(left.caseId()).isEqualTo("c");
    assertThat(left.picture().seal()).isEqualTo(locked.picture().seal());
    assertThat(left.picture().takenAt()).isNull();
    assertThat(left.picture().takenIn()).isNull();
    assertThat(TipCommand.decide(left, again, AT)).isEqualTo(new TipDecision.Unchanged());
    Tip destroyed = after(left, HAND_OVER, DESTROY);
    assertThat(destroyed.picture().destroyed()).isEqualTo(LETTER);
    assertThat(changed(destroyed, again)).isEqualTo(new GoneTip(false));
  }

  @Test
  void aTipWithoutAPictureHasNothingToLookAt() {
    Tip bare =
        Tip.received(
            false,
            Channel.WEB,
            new TipWords("x", null, null, null, null, null, null, null, null, null, null),
            null,
            AT);
    assertThat(said(bare, LOOK)).isEqualTo("! NO_PICTURE");
    assertThat(said(bare, new PictureWish.LetOriginalGoIfDue())).isEqualTo("-");
    assertThat(TipCommand.decide(new GoneTip(false), new TipCommand.OfPicture(LOOK), AT))
        .isEqualTo(new TipDecision.Refused(Refusal.NO_SUCH_TIP));
  }

  @Test
  void whatAPersonDoesToATipLeavesItsPicture() {
    Tip tip = received(false);
    Tip tied = (Tip) changed(tip, new TipCommand.Tie("c", false, null, "p-1"));
    Tip located = (Tip) changed(tied, new TipCommand.Locate(new Spot(45, 19, 5, "p", AT)));
    assertThat(located.picture()).isEqualTo(tip.picture());
    assertThat(located.samePicture()).isEqualTo("digest");
  }

  private static KeptTip changed(Tip tip, TipCommand wish) {
    return ((TipDecision.Changed) TipCommand.decide(tip, wish, AT)).next();
  }
}
