package org.homeward.intake.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.UploadDecision.Changed;
import org.homeward.intake.photos.UploadDecision.Refusal;
import org.homeward.intake.photos.UploadDecision.Refused;
import org.homeward.intake.photos.UploadDecision.Unchanged;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.pictures.Area;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.PartialDate;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every state of a photo against every command. */
class UploadDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-11-29T22:00:00Z");
  private static final Deed ANA = new Deed("p-ana", NOW);
  private static final ReferredDeed LETTER = new ReferredDeed("p-mina", NOW, "KU 12/26-7");
  private static final ReferredDeed POLICE = new ReferredDeed("p-jelena", NOW, "KU 12/26");
  private static final PhotoWords WORDS =
      new PhotoWords(
          PhotoSource.FAMILY,
          PartialDate.parse("2026-04"),
          PhotoWitness.PARENT,
          PhotoLabel.UNCHANGED);

  private static final Photo UNSEEN =
      Photo.uploaded(
          "case-1",
          "child-1",
          false,
          new UploadSeal("key", Map.of("96", "a", "veiled", "b", "original", "c")),
          PhotoClaims.NONE,
          ANA,
          NOW.plus(Duration.ofDays(90)));
  private static final Photo SEEN = UNSEEN.lookedAt(ANA);
  private static final Photo DESCRIBED = SEEN.described(WORDS);
  private static final Photo RELEASED = DESCRIBED.releasedBy(ANA);
  private static final Photo SHARED = RELEASED.sharedBy(ANA);
  private static final LockedUpload LOCKED = LockedUpload.of(RELEASED, ANA);
  private static final LockedUpload HANDED = LOCKED.handedOver(POLICE);
  private static final GoneUpload WITHDRAWN = GoneUpload.withdrawn(SEEN);
  private static final GoneUpload DESTROYED = GoneUpload.destroyed(HANDED, POLICE, LETTER);

  private static final PublicWish WISH =
      new PublicWish(
          ANA,
          new Area(100, 100, 500, 500),
          PublicWish.ChildSays.NOT_POSSIBLE,
          PhotoWitness.PARENT,
          Map.of("public-400", "d", "public-1600", "e"),
          null);
  private static final PublicWish.Second JELENA =
      new PublicWish.Second("p-jelena", NOW, PublicWish.Ground.KNOWS_CHILD, null);
  private static final UploadCommand WITHDRAW = new UploadCommand.Withdraw("p-jelena", true);
  private static final Photo PROPOSED = SHARED.wishing(WISH);
  private static final Photo PUBLIC = SHARED.wishing(WISH.confirmed(JELENA));

  private static final List<KeptUpload> LIVE =
      List.of(UNSEEN, SEEN, DESCRIBED, RELEASED, SHARED, PROPOSED, PUBLIC);

  private static final Paper.Words ORDER =
      new Paper.Words(Paper.Kind.COURT_ORDER, "P 12/26", Paper.Source.COURT);
  private static final Paper PAPER =
      Paper.uploaded(
          "case-1",
          false,
          Audience.CONFIDANT,
          new UploadSeal("key", Map.of("document", "a")),
          ANA,
          null,
          Set.of());

  private static UploadDecision decide(KeptUpload state, UploadCommand wish) {
    return UploadDecisions.decide(state, wish, NOW);
  }

  private static UploadDecision refused(Refusal why) {
    return new Refused(why);
  }

  @Test
  void theFirstLookStays() {
    assertThat(decide(UNSEEN, new UploadCommand.Look(ANA, false))).isEqualTo(new Changed(SEEN));
    Deed later = new Deed("p-marko", NOW);
    assertThat(decide(SEEN, new UploadCommand.Look(later, false))).isEqualTo(new Unchanged());
  }

  @Test
  @Proves(12)
  void policeGetNothingThatNobodyHasLookedAtAndDescribed() {
    var release = new UploadCommand.Release(ANA);
    assertThat(decide(UNSEEN, release)).isEqualTo(refused(Refusal.UNSEEN));
    assertThat(decide(SEEN, release)).isEqualTo(refused(Refusal.NOT_DESCRIBED));
    assertThat(decide(DESCRIBED, release)).isEqualTo(new Changed(RELEASED));
    assertThat(decide(RELEASED, release)).isEqualTo(new Unchanged());
    assertThat(UNSEEN.forReaders("id")).isEmpty();
    assertThat(DESCRIBED.forReaders("id")).isEmpty();
    assertThat(RELEASED.forReaders("id").orElseThrow().digests())
        .containsOnlyKeys("96", "original");
  }

  @Test
  @Proves(6)
  void partnersGetNothingThatPoliceDoNotHave() {
    var share = new UploadCommand.Share(ANA);
    for (Photo each : List.of(UNSEEN, SEEN, DESCRIBED)) {
      assertThat(decide(each, share)).isEqualTo(refused(Refusal.NOT_RELEASED));
      assertThat(each.sharedBy(ANA).isForPartners()).isFalse();
    }
    assertThat(decide(RELEASED, share)).isEqualTo(new Changed(SHARED));
    assertThat(decide(SHARED, share)).isEqualTo(new Unchanged());
    assertThat(RELEASED.forReaders("id").orElseThrow().isFor(Audience.PARTNER)).isFalse();
    assertThat(SHARED.forReaders("id").orElseThrow().isFor(Audience.PARTNER)).isTrue();
    assertThat(SHARED.forReaders("id").orElseThrow().isFor(Audience.POLICE)).isTrue();
  }

  @Test
  @Proves(6)
  void aChildsOwnPictureIsASupervisorsUntilThatPersonDecides() {
    Photo.Waiting waiting = Photo.Waiting.of(UNSEEN);
    Photo.Waiting looked = waiting.lookedAt(ANA);

    assertThat(decide(waiting, new UploadCommand.Look(ANA, false)))
        .isEqualTo(refused(Refusal.SUPERVISOR_FIRST));
    assertThat(decide(waiting, new UploadCommand.Show())).isEqualTo(refused(Refusal.UNSEEN));
    assertThat(decide(waiting, new UploadCommand.Look(ANA, true))).isEqualTo(new Changed(looked));
    for (Photo.Waiting each : List.of(waiting, looked)) {
      for (UploadCommand wish :
          List.of(
              new UploadCommand.Describe(WORDS),
              new UploadCommand.Release(ANA),
              new UploadCommand.Share(ANA),
              new UploadCommand.Propose(WISH),
              new UploadCommand.Confirm(JELENA))) {
        assertThat(decide(each, wish)).isEqualTo(refused(Refusal.SUPERVISOR_FIRST));
      }
      assertThat(each.isOpen()).isFalse();
    }
    assertThat(decide(looked, new UploadCommand.Show())).isEqualTo(new Changed(SEEN));
    assertThat(decide(SEEN, new UploadCommand.Show())).isEqualTo(new Unchanged());
    assertThat(decide(PAPER, new UploadCommand.Show())).isEqualTo(refused(Refusal.OTHER_KIND));
    assertThat(decide(looked, new UploadCommand.Lock(ANA))).isEqualTo(new Changed(LOCKED));
    assertThat(decide(looked, WITHDRAW)).isEqualTo(new Changed(WITHDRAWN));
    assertThat(decide(looked, new UploadCommand.Erase()))
        .isEqualTo(new Changed(GoneUpload.erased(UNSEEN)));
  }

  @Test
  @Proves(11)
  void aChildsOwnPictureIsWithdrawnByASupervisorAlone() {
    Photo.Waiting waiting = Photo.Waiting.of(UNSEEN);

    assertThat(decide(waiting, new UploadCommand.Withdraw("p-ana", false)))
        .isEqualTo(refused(Refusal.SUPERVISOR_FIRST));
    assertThat(decide(waiting, WITHDRAW)).isEqualTo(new Changed(WITHDRAWN));
    assertThat(decide(waiting, new UploadCommand.LetGo())).isEqualTo(new Changed(WITHDRAWN));
    assertThat(decide(waiting, new UploadCommand.Lock(ANA))).isEqualTo(new Changed(LOCKED));
  }

  @Test
  @Proves(7)
  void whoeverTookThePictureOfATipOverDoesNotWithdrawIt() {
    Photo taken = ofTip(NOW);
    for (boolean supervises : new boolean[] {false, true}) {
      assertThat(decide(taken, new UploadCommand.Withdraw("p-ana", supervises)))
          .isEqualTo(refused(Refusal.ANOTHER_PERSON_NEEDED));
    }
    assertThat(decide(taken, new UploadCommand.Withdraw("p-marko", false)))
        .isEqualTo(new Changed(WITHDRAWN));
    assertThat(decide(taken, new UploadCommand.LetGo())).isEqualTo(new Changed(WITHDRAWN));
    assertThat(decide(UNSEEN, new UploadCommand.Withdraw("p-ana", false)))
        .isEqualTo(new Changed(WITHDRAWN));
    assertThat(decide(LOCKED, new UploadCommand.LetGo())).isEqualTo(refused(Refusal.LOCKED));
  }

  @Test
  @Proves(1)
  void aReleaseThatKnowsNoWaitingPictureGetsNone() {
    var stored = JsonNodeFactory.instance.objectNode().put("kept", KeptUpload.WAITS);
    var down = KeptUpload.SHAPES.upgrades().getLast().down();

    assertThatThrownBy(() -> down.apply(stored)).isInstanceOf(StoreFailure.NewerSchema.class);
    stored.put("kept", "PHOTO");
    assertThat(down.apply(stored)).isEqualTo(stored);
  }

  @Test
  void itIsDescribedByWhoeverMaySeeIt() {
    var describe = new UploadCommand.Describe(WORDS);
    assertThat(decide(UNSEEN, describe)).isEqualTo(refused(Refusal.UNSEEN));
    assertThat(decide(SEEN, describe)).isEqualTo(new Changed(DESCRIBED));
    assertThat(decide(DESCRIBED, describe)).isEqualTo(new Unchanged());
  }

  @Test
  @Proves(8)
  void aWithdrawnOneHasNoPlaceForAKey() {
    for (KeptUpload each : LIVE) {
      assertThat(decide(each, WITHDRAW)).isEqualTo(new Changed(WITHDRAWN));
      assertThat(decide(each, new UploadCommand.EndAgain())).isEqualTo(new Changed(WITHDRAWN));
    }
    assertThat(decide(WITHDRAWN, WITHDRAW)).isEqualTo(new Unchanged());
    assertThat(decide(LOCKED, WITHDRAW)).isEqualTo(refused(Refusal.LOCKED));
  }

  @Test
  void aSuspectedAbuseImageIsLockedInEachStateAndNeverShownAgain() {
    for (KeptUpload each : LIVE) {
      assertThat(decide(each, new UploadCommand.Lock(ANA))).isEqualTo(new Changed(LOCKED));
    }
    assertThat(LOCKED.seal().digests()).containsOnlyKeys("original");
    for (UploadCommand shows :
        List.of(
            new UploadCommand.Look(ANA, true),
            new UploadCommand.Show(),
            new UploadCommand.Describe(WORDS),
            new UploadCommand.Release(ANA),
            new UploadCommand.Share(ANA))) {
      assertThat(decide(LOCKED, shows)).isEqualTo(refused(Refusal.LOCKED));
      assertThat(decide(DESTROYED, shows)).isEqualTo(refused(Refusal.GONE));
    }
  }

  @Test
  void itIsDestroyedOnlyAfterItsHandOverAndBothStayRecorded() {
    var destroy = new UploadCommand.Destroy(LETTER);
    assertThat(decide(SEEN, destroy)).isEqualTo(refused(Refusal.NOT_LOCKED));
    assertThat(decide(LOCKED, destroy)).isEqualTo(refused(Refusal.NOT_HANDED_OVER));
    assertThat(decide(LOCKED, new UploadCommand.HandOver(POLICE))).isEqualTo(new Changed(HANDED));
    assertThat(decide(HANDED, new UploadCommand.HandOver(POLICE)))
        .isEqualTo(refused(Refusal.HANDED_OVER));
    assertThat(decide(HANDED, destroy)).isEqualTo(new Changed(DESTROYED));
    assertThat(DESTROYED.handedOver()).isEqualTo(POLICE);
    assertThat(DESTROYED.destroyed()).isEqualTo(LETTER);
  }

  @Test
  @Proves(7)
  void whoeverDecidedTheHandOverDoesNotDestroyIt() {
    assertThat(decide(HANDED, new UploadCommand.Destroy(POLICE)))
        .isEqualTo(refused(Refusal.ANOTHER_PERSON_NEEDED));
  }

  @Test
  @Proves(8)
  void theBytesAsTheyCameHaveAPeriodUnlessPoliceNeedThem() {
    var due = new UploadCommand.LetOriginalGoIfDue();
    Instant later = NOW.plus(Duration.ofDays(90));
    assertThat(decide(RELEASED, due)).isEqualTo(new Unchanged());
    assertThat(UploadDecisions.decide(RELEASED, due, later))
        .isEqualTo(new Changed(RELEASED.withoutOriginal()));
    assertThat(RELEASED.withoutOriginal().seal().digests()).doesNotContainKey("original");
    assertThat(UploadDecisions.decide(LOCKED, due, later)).isEqualTo(new Unchanged());
  }

  @Test
  @Proves(8)
  void withItsCaseEachIsErased() {
    for (KeptUpload each : LIVE) {
      assertThat(decide(each, new UploadCommand.Erase()))
          .isEqualTo(new Changed(GoneUpload.erased(UNSEEN)));
    }
    assertThat(decide(WITHDRAWN, new UploadCommand.Erase())).isEqualTo(new Unchanged());
  }

  @Test
  @Proves(7)
  void anErasedCaseLeavesWhatPoliceHaveNotJudgedAndNoWordAboutAChild() {
    var erase = new UploadCommand.Erase();
    for (LockedUpload each : List.of(LOCKED, HANDED)) {
      assertThat(decide(each, erase)).isEqualTo(new Changed(each.ofErasedCase()));
      assertThat(each.ofErasedCase().child()).isNull();
      assertThat(each.ofErasedCase().seal()).isEqualTo(each.seal());
      assertThat(each.ofErasedCase().handedOver()).isEqualTo(each.handedOver());
      assertThat(decide(each.ofErasedCase(), erase)).isEqualTo(new Unchanged());
    }
    assertThat(decide(DESTROYED, erase)).as("its record").isEqualTo(new Unchanged());
    assertThat(decide(LOCKED.ofErasedCase(), new UploadCommand.HandOver(POLICE)))
        .isEqualTo(new Changed(HANDED.ofErasedCase()));
    assertThat(decide(HANDED.ofErasedCase(), new UploadCommand.Destroy(LETTER)))
        .isEqualTo(new Changed(DESTROYED));
    assertThat(List.of(LOCKED.ofErasedCase(), DESTROYED)).allMatch(KeptUpload::outlivesCase);
    assertThat(List.of(WITHDRAWN, GoneUpload.erased(SEEN), RELEASED))
        .noneMatch(KeptUpload::outlivesCase);
  }

  @Test
  @Proves(6)
  void thePublicIsShownNothingWithoutDateReleaseAndASecondPerson() {
    var propose = new UploadCommand.Propose(WISH);
    assertThat(decide(UNSEEN, propose)).isEqualTo(refused(Refusal.UNSEEN));
    assertThat(decide(SEEN, propose)).isEqualTo(refused(Refusal.NOT_DESCRIBED));
    Photo undated =
        RELEASED.described(new PhotoWords(WORDS.source(), null, WORDS.saidBy(), WORDS.label()));
    assertThat(decide(undated, propose)).isEqualTo(refused(Refusal.NOT_DATED));
    assertThat(decide(DESCRIBED, propose)).isEqualTo(refused(Refusal.NOT_RELEASED));
    assertThat(decide(SHARED, propose)).isEqualTo(new Changed(PROPOSED));
    assertThat(decide(PUBLIC, propose)).isEqualTo(refused(Refusal.IS_PUBLIC));
    assertThat(decide(PAPER.lookedAt(ANA), propose)).isEqualTo(refused(Refusal.OTHER_KIND));
    for (Photo each : List.of(SHARED, PROPOSED)) {
      assertThat(each.forReaders("id").orElseThrow().isFor(Audience.PUBLIC)).isFalse();
    }
    var told = PUBLIC.forReaders("id").orElseThrow();
    assertThat(told.isFor(Audience.PUBLIC)).isTrue();
    assertThat(told.publicDigests()).isEqualTo(Map.of("400", "d", "1600", "e"));
  }

  private static Photo ofTip(@Nullable Instant originalUntil) {
    var origin = new TakenPicture.Origin("tip-1", TakenPicture.Sender.PUBLIC);
    var taken = new TakenPicture(new byte[1], origin, "2026-03-01", "45.25, 19.85", originalUntil);
    return Photo.ofTip("case-1", "child-1", false, UNSEEN.seal(), taken, ANA);
  }

  @Test
  @Proves(6)
  void aPhotoOfATipComesFromNowhereElseAndNoOtherFromATip() {
    Photo photo = ofTip(NOW).lookedAt(ANA);
    var ofTip =
        new PhotoWords(PhotoSource.TIP, WORDS.takenOn(), PhotoWitness.NOBODY, WORDS.label());

    assertThat(photo.sources()).containsExactly(PhotoSource.TIP);
    assertThat(SEEN.sources()).contains(PhotoSource.FAMILY).doesNotContain(PhotoSource.TIP);
    assertThatThrownBy(() -> photo.described(WORDS)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SEEN.described(ofTip)).isInstanceOf(IllegalArgumentException.class);
    Photo told = photo.described(ofTip).releasedBy(ANA).sharedBy(ANA).wishing(null);
    assertThat(told.fromTip()).isEqualTo(photo.fromTip());
    assertThat(told.withoutOriginal().fromTip()).isEqualTo(photo.fromTip());
    assertThat(told.uploaded()).as("who took it over").isEqualTo(ANA);
    assertThat(told.forReaders("id").orElseThrow().source().is(PhotoSource.TIP)).isTrue();
  }

  @Test
  @Proves(6)
  void thePublicIsShownNoPictureOfWhichNobodySaysThatItIsTheChild() {
    for (PhotoWitness saidBy : List.of(PhotoWitness.NOBODY, PhotoWitness.POLICE)) {
      var words = new PhotoWords(PhotoSource.TIP, WORDS.takenOn(), saidBy, WORDS.label());
      Photo photo = ofTip(NOW).lookedAt(ANA).described(words).releasedBy(ANA);

      assertThat(UploadDecisions.keptFromPublic(photo).filter(Refusal.NOT_WITNESSED::equals))
          .as(saidBy.name())
          .isEqualTo(Optional.of(Refusal.NOT_WITNESSED).filter(_ -> saidBy == PhotoWitness.NOBODY));
    }
  }

  @Test
  @Proves({6, 8})
  void thePeriodOfATipsPictureGoesOnAndACopyIsNoOriginal() {
    Photo asItCame = ofTip(NOW);
    assertThat(asItCame.originalUntil()).isEqualTo(NOW);
    assertThat(asItCame.hasOriginal()).isTrue();
    assertThat(asItCame.claims()).isEqualTo(new PhotoClaims("2026-03-01", "45.25, 19.85"));

    Photo copy = ofTip(null);
    assertThat(copy.originalUntil()).isNull();
    assertThat(copy.hasOriginal()).isFalse();
    assertThat(copy.seal().digests()).containsKey("96");
    assertThat(copy.claims()).isEqualTo(asItCame.claims());
  }

  @Test
  @Proves(8)
  void whoeverWithdrawsAPhotoLeavesNoKeyToItsOriginal() {
    for (KeptUpload each : List.of(UNSEEN, RELEASED, ofTip(NOW), PAPER)) {
      var withdrawn = (Changed) decide(each, WITHDRAW);
      assertThat(withdrawn.next()).isInstanceOf(GoneUpload.class);
    }
  }

  @Test
  @Proves(12)
  void theSecondPersonIsAnother() {
    var confirm = new UploadCommand.Confirm(JELENA);
    assertThat(decide(SHARED, confirm)).isEqualTo(refused(Refusal.NOT_PROPOSED));
    assertThat(decide(PROPOSED, confirm)).isEqualTo(new Changed(PUBLIC));
    assertThat(decide(PUBLIC, confirm)).isEqualTo(new Unchanged());
    var alone = new PublicWish.Second(ANA.by(), NOW, PublicWish.Ground.POLICE_REFERENCE, "KU 1");
    assertThat(decide(PROPOSED, new UploadCommand.Confirm(alone)))
        .isEqualTo(refused(Refusal.SAME_PERSON));
  }

  @Test
  @Proves(4)
  void takenBackOrDescribedAnewThePublicIsShownItNoMore() {
    var takeBack = new UploadCommand.TakeBack();
    for (Photo each : List.of(PROPOSED, PUBLIC)) {
      assertThat(decide(each, takeBack)).isEqualTo(new Changed(SHARED));
    }
    assertThat(decide(SHARED, takeBack)).isEqualTo(new Unchanged());
    assertThat(decide(LOCKED, takeBack)).isEqualTo(new Unchanged());
    var other = new PhotoWords(WORDS.source(), WORDS.takenOn(), WORDS.saidBy(), PhotoLabel.EDITED);
    assertThat(decide(PUBLIC, new UploadCommand.Describe(other)))
        .isEqualTo(new Changed(SHARED.described(other)));
  }

  @Test
  @Proves(6)
  void aPaperIsDescribedAndGoesToNobody() {
    Paper seen = PAPER.lookedAt(ANA);
    var describe = new UploadCommand.DescribePaper(ORDER);
    assertThat(decide(PAPER, describe)).isEqualTo(refused(Refusal.UNSEEN));
    assertThat(decide(seen, describe)).isEqualTo(new Changed(seen.described(ORDER)));
    assertThat(decide(seen.described(ORDER), describe)).isEqualTo(new Unchanged());
    assertThat(decide(SEEN, describe)).isEqualTo(refused(Refusal.OTHER_KIND));
    for (UploadCommand ofPhotos :
        List.of(
            new UploadCommand.Describe(WORDS),
            new UploadCommand.Release(ANA),
            new UploadCommand.Share(ANA))) {
      assertThat(decide(seen.described(ORDER), ofPhotos)).isEqualTo(refused(Refusal.OTHER_KIND));
    }
  }

  @Test
  @Proves(8)
  void aLockedPdfKeepsItsOnlyBytesAndSupervisorsLearnOfIt() {
    LockedUpload locked = LockedUpload.of(PAPER, ANA);
    assertThat(decide(PAPER, new UploadCommand.Lock(ANA))).isEqualTo(new Changed(locked));
    assertThat(locked.seal().digests()).containsOnlyKeys("document");
    assertThat(locked.isPaper()).isTrue();
    assertThat(GoneUpload.erased(locked).isPaper()).isTrue();
  }

  private static KeptUpload.Reader reader(boolean supervises, Audience... circles) {
    return new KeptUpload.Reader(
        new Viewer("p-1", "operator", Set.of(circles), Purpose.CASE_WORK), supervises);
  }

  @Test
  @Proves(6)
  void ofAPaperForConfidantsOthersLearnInNoStateButSupervisorsOfALockedOne() {
    LockedUpload locked = LockedUpload.of(PAPER, ANA);
    GoneUpload destroyed = GoneUpload.destroyed(locked, POLICE, POLICE);
    KeptUpload.Reader ofTeam = reader(false, Audience.CASE_TEAM);
    KeptUpload.Reader confidant = reader(false, Audience.CASE_TEAM, Audience.CONFIDANT);
    KeptUpload.Reader supervisor = reader(true, Audience.CASE_TEAM);
    GoneUpload withdrawn = GoneUpload.withdrawn(PAPER);

    for (KeptUpload each : List.of(PAPER, locked, destroyed, withdrawn)) {
      assertThat(each.isFor(ofTeam)).isFalse();
      assertThat(each.isFor(confidant)).isTrue();
    }
    for (KeptUpload each : List.of(PAPER, withdrawn)) {
      assertThat(each.isFor(supervisor)).isFalse();
    }
    for (KeptUpload each : List.of(locked, destroyed)) {
      assertThat(each.isFor(supervisor)).isTrue();
    }
    assertThat(LOCKED.isFor(ofTeam)).isTrue();
    assertThat(WITHDRAWN.isFor(ofTeam)).isTrue();
  }

  @Test
  void theProblemsAreListed() throws IOException {
    ProblemList.assertListed(List.of(PhotoProblem.values()));
  }
}
