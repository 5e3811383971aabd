package org.homeward.intake.carefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.homeward.intake.carefiles.CareFileCommand.Agree;
import org.homeward.intake.carefiles.CareFileCommand.Ask;
import org.homeward.intake.carefiles.CareFileCommand.BreakGlass;
import org.homeward.intake.carefiles.CareFileCommand.CloseGlass;
import org.homeward.intake.carefiles.CareFileCommand.Erase;
import org.homeward.intake.carefiles.CareFileCommand.EraseAgain;
import org.homeward.intake.carefiles.CareFileCommand.ExpireIfDue;
import org.homeward.intake.carefiles.CareFileCommand.PassOn;
import org.homeward.intake.carefiles.CareFileCommand.Screen;
import org.homeward.intake.carefiles.CareFileCommand.Share;
import org.homeward.intake.carefiles.CareFileCommand.ShareAgain;
import org.homeward.intake.carefiles.CareFileCommand.Write;
import org.homeward.intake.carefiles.CareFileDecision.Changed;
import org.homeward.intake.carefiles.CareFileDecision.Erased;
import org.homeward.intake.carefiles.CareFileDecision.Gone;
import org.homeward.intake.carefiles.CareFileDecision.Refusal;
import org.homeward.intake.carefiles.CareFileDecision.Refused;
import org.homeward.intake.carefiles.CareFileDecision.Shared;
import org.homeward.intake.carefiles.CareFileDecision.Unchanged;
import org.homeward.intake.carefiles.Leaving.Ground;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.screening.Age;
import org.homeward.intake.screening.Answers;
import org.homeward.intake.screening.Decided;
import org.homeward.intake.screening.Finding;
import org.homeward.intake.screening.Indicators;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What commands do to a care file, and to its tombstone. */
class CareFileDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Indicators NONE_ASKED = new Indicators(1, List.of());
  private static final CareFile ADULT = file(Age.ADULT);
  private static final CareFile CHILD = file(Age.CHILD);

  private static About about(Age age) {
    return new About(age, "Planted", null, null, null, null);
  }

  private static CareFile file(Age age) {
    return CareFile.opened(false, about(age), Set.of("kata"), Set.of("person:stefan"), "kata", NOW);
  }

  private static CareFileDecision decide(KeptCareFile state, CareFileCommand wish) {
    return CareFileDecisions.decide(state, wish, NOW);
  }

  private static CareFile changed(KeptCareFile state, CareFileCommand wish) {
    return next(decide(state, wish));
  }

  private static CareFile next(CareFileDecision decided) {
    if (decided instanceof Changed(CareFile next)) {
      return next;
    }
    if (decided instanceof Shared(CareFile next)) {
      return next;
    }
    throw new AssertionError("it is unchanged: " + decided.getClass());
  }

  private static Refusal refused(KeptCareFile state, CareFileCommand wish) {
    if (decide(state, wish) instanceof Refused(Refusal why)) {
      return why;
    }
    throw new AssertionError("it is not refused");
  }

  private static Screen screen(Answers answers) {
    var decided = new Decided(NONE_ASKED, answers, Finding.NOT_CLEAR, List.of(), null);
    return new Screen(decided, "kata");
  }

  private static Answers ofChild() {
    return new Answers.OfChild(List.of(), List.of());
  }

  private static Answers ofAdult() {
    return new Answers.OfAdult(List.of(), List.of(), List.of(), List.of());
  }

  private static PassOn passOn(Ground ground) {
    return new PassOn(Office.POLICE, "an officer", "all of it", ground, "why", "kata");
  }

  private static BreakGlass glass(String by) {
    return new BreakGlass(Opening.Code.DANGER_NOW, "why", by);
  }

  private static List<CareFileCommand> ofPeople() {
    return List.of(
        new Write(about(Age.CHILD)),
        new Share(Set.of("kata"), Set.of()),
        screen(ofChild()),
        new Agree(Set.of(), Consent.How.SPOKEN, "kata"),
        passOn(Ground.IMMINENT_DANGER),
        glass("jelena"),
        new Ask(0, "vera"),
        new Erase(EraseReason.COURT_ORDER, "vera", true));
  }

  @Test
  void aTombstoneIsAsIfThereHadBeenNothing() {
    var stone = new GoneCareFile(false, Set.of());
    for (CareFileCommand wish : ofPeople()) {
      assertThat(refused(stone, wish)).as(wish.toString()).isEqualTo(Refusal.NO_SUCH_FILE);
    }
    for (CareFileCommand wish :
        List.of(
            new CloseGlass(),
            new ShareAgain(Set.of("kata"), Set.of(), Set.of()),
            new EraseAgain(),
            new ExpireIfDue(Duration.ZERO))) {
      assertThat(decide(stone, wish)).isInstanceOf(Unchanged.class);
    }
  }

  @Test
  void aDecisionIsAddedAndNoneChanges() {
    CareFile once = changed(CHILD, screen(ofChild()));
    CareFile twice = changed(once, screen(ofChild()));

    assertThat(twice.screenings()).hasSize(2).startsWith(once.screenings().getFirst());
    assertThat(twice.screenings().getLast().number()).isEqualTo(2);
  }

  @Test
  void answersOfAnotherAgeFitNoFile() {
    assertThat(refused(CHILD, screen(ofAdult()))).isEqualTo(Refusal.AGE_CHANGED);
    assertThat(refused(ADULT, screen(ofChild()))).isEqualTo(Refusal.AGE_CHANGED);
  }

  @Test
  @Proves(6)
  void anAdultsDataLeaveWithConsentForThatOfficeAndInDanger() {
    assertThat(refused(ADULT, passOn(Ground.CONSENT))).isEqualTo(Refusal.CONSENT_MISSING);
    CareFile agreed =
        changed(ADULT, new Agree(EnumSet.of(Office.SHELTER), Consent.How.WRITTEN, "kata"));
    assertThat(refused(agreed, passOn(Ground.CONSENT))).isEqualTo(Refusal.CONSENT_MISSING);
    CareFile more =
        changed(agreed, new Agree(EnumSet.of(Office.POLICE), Consent.How.SPOKEN, "kata"));
    CareFile told = changed(more, passOn(Ground.CONSENT));
    assertThat(told.passedOn()).singleElement().extracting(PassedOn::by).isEqualTo("kata");

    CareFile takenBack = changed(told, new Agree(Set.of(), Consent.How.SPOKEN, "kata"));
    assertThat(refused(takenBack, passOn(Ground.CONSENT))).isEqualTo(Refusal.CONSENT_MISSING);
    CareFile danger = changed(takenBack, passOn(Ground.IMMINENT_DANGER));
    assertThat(danger.passedOn().getLast().reason()).isEqualTo("why");
    assertThat(refused(ADULT, passOn(Ground.CHILD_PROTECTION))).isEqualTo(Refusal.NO_GROUND);
  }

  @Test
  @Proves(6)
  void nobodyAsksAChildToConsent() {
    assertThat(refused(CHILD, new Agree(Set.of(Office.POLICE), Consent.How.WRITTEN, "kata")))
        .isEqualTo(Refusal.CHILD_ASKED);
    CareFile agreed = changed(ADULT, new Agree(Set.of(Office.POLICE), Consent.How.WRITTEN, "kata"));
    CareFile told = changed(agreed, passOn(Ground.CONSENT));
    CareFile child = changed(told, new Write(about(Age.CHILD)));
    assertThat(child.consents()).isEmpty();
    assertThat(child.passedOn()).extracting(PassedOn::age).containsExactly(Age.ADULT);
    CareFile again = changed(child, new Write(about(Age.ADULT)));
    assertThat(refused(again, passOn(Ground.CONSENT))).isEqualTo(Refusal.CONSENT_MISSING);
    assertThat(changed(CHILD, passOn(Ground.CHILD_PROTECTION)).passedOn()).hasSize(1);
    assertThat(refused(CHILD, passOn(Ground.CONSENT))).isEqualTo(Refusal.NO_GROUND);
  }

  /** Each ground, at each age, with and without the consent. */
  @Test
  void leavingIsDecidedInEachSituation() {
    int mayLeave = 0;
    for (Age age : Age.values()) {
      for (Ground ground : Ground.values()) {
        for (boolean agreed : List.of(true, false)) {
          if (Leaving.of(age, agreed, ground) == Leaving.Verdict.MAY_LEAVE) {
            mayLeave++;
          }
        }
      }
    }
    assertThat(mayLeave).as("danger 4, a child's protection 2, an adult's consent 1").isEqualTo(7);
  }

  @Test
  @Proves(6)
  void brokenGlassIsWholeAgainAfterAnHour() {
    CareFile open = changed(ADULT, glass("jelena"));
    assertThat(open.isOpenTo("jelena", NOW.plusSeconds(3599))).isTrue();
    assertThat(open.isOpenTo("jelena", NOW.plusSeconds(3600))).isFalse();
    assertThat(open.glass()).containsExactly("jelena");
    assertThat(decide(open, glass("jelena"))).isInstanceOf(Unchanged.class);
    assertThat(decide(ADULT, glass("kata"))).as("a member").isInstanceOf(Unchanged.class);

    CareFile later = next(CareFileDecisions.decide(open, new CloseGlass(), NOW.plusSeconds(3600)));
    assertThat(later.glass()).isEmpty();
    assertThat(later.openings()).hasSize(1);
    CareFile asked = changed(later, new Ask(0, "vera"));
    assertThat(asked.openings().getFirst().seenBy()).isEqualTo("vera");
    assertThat(decide(asked, new Ask(0, "vera"))).isInstanceOf(Unchanged.class);
    assertThat(decide(asked, new Ask(1, "vera"))).isInstanceOf(Unchanged.class);
  }

  @Test
  @Proves(11)
  void aSecondBreakGlassIsOverWhenItIsOver() {
    Instant second = NOW.plus(Opening.OPEN_FOR);
    CareFile first = changed(ADULT, glass("jelena"));
    CareFile again = next(CareFileDecisions.decide(first, glass("jelena"), second));

    assertThat(again.glassUntil(second)).contains(second.plus(Opening.OPEN_FOR));
    CareFile both = next(CareFileDecisions.decide(again, glass("milan"), second.plusSeconds(60)));
    assertThat(both.glassUntil(second.plusSeconds(60))).contains(second.plus(Opening.OPEN_FOR));
  }

  @Test
  @Proves(6)
  void anOfficerWhoIsKeptOutAsksAboutNothing() {
    CareFile open = changed(ADULT, glass("jelena"));

    assertThat(refused(open, new Ask(0, "stefan"))).isEqualTo(Refusal.NO_SUCH_FILE);
  }

  @Test
  @Proves(6)
  void whoeverIsKeptOutStaysOut() {
    CareFile shared = changed(ADULT, new Share(Set.of("kata", "mira"), Set.of("person:petar")));

    assertThat(shared.notTo()).containsExactlyInAnyOrder("person:stefan", "person:petar");
    assertThat(shared.isMember("mira")).isTrue();
    CareFile next = changed(shared, new Share(Set.of("kata"), Set.of("person:mira")));
    assertThat(next.isMember("mira")).isFalse();
    assertThat(next.isOpenTo("stefan", NOW)).isFalse();
  }

  @Test
  void itTakesAMemberAndTheOfficerToEraseIt() {
    CareFile waits = changed(ADULT, new Erase(EraseReason.COURT_ORDER, "vera", true));
    assertThat(waits.toErase()).isNotNull();
    assertThat(decide(waits, new Erase(EraseReason.COURT_ORDER, "vera", true)))
        .isInstanceOf(Unchanged.class);
    assertThat(changed(waits, new Erase(EraseReason.SUBJECT_REQUEST, "vera", false)))
        .as("one person is not two")
        .isNotNull();
    assertThat(decide(waits, new Erase(EraseReason.SUBJECT_REQUEST, "kata", false)))
        .asInstanceOf(type(Erased.class))
        .extracting(Erased::with, Erased::reason)
        .containsExactly("vera", EraseReason.COURT_ORDER);
  }

  @Test
  void aWordToEraseIsVoidOnceAMemberChangesTheFileAndAfterAWeek() {
    var officers = new Erase(EraseReason.COURT_ORDER, "vera", true);
    var members = new Erase(EraseReason.COURT_ORDER, "kata", false);
    CareFile waits = changed(ADULT, officers);

    assertThat(changed(waits, new Write(about(Age.CHILD))).toErase()).isNull();
    assertThat(
            changed(changed(waits, new Share(Set.of("kata", "mira"), Set.of())), members).toErase())
        .extracting(EraseWord::by)
        .isEqualTo("kata");
    Instant week = NOW.plus(EraseWord.COUNTS_FOR);
    assertThat(waits.toEraseAt(week)).isEmpty();
    assertThat(next(CareFileDecisions.decide(waits, members, week)).toErase())
        .extracting(EraseWord::by)
        .isEqualTo("kata");
    assertThat(CareFileDecisions.decide(waits, members, week.minusSeconds(1)))
        .isInstanceOf(Erased.class);
  }

  @Test
  @Proves(8)
  void theTimeErasesWhatNobodyTouches() {
    Duration kept = Duration.ofDays(10);
    assertThat(decide(ADULT, new ExpireIfDue(kept))).isInstanceOf(Unchanged.class);
    assertThat(CareFileDecisions.decide(ADULT, new ExpireIfDue(kept), NOW.plus(kept)))
        .isInstanceOf(Gone.class);
    assertThat(decide(ADULT, new EraseAgain())).isInstanceOf(Gone.class);
  }

  @Test
  @Proves(6)
  void theTombstoneIsKeptFromThoseWhoMustNotLearnOfTheFile() {
    assertThat(decide(ADULT, new EraseAgain()))
        .isEqualTo(new Gone(new GoneCareFile(false, Set.of("person:stefan"))));
  }

  @Test
  void aFullFileTakesNoMoreAndStillOpens() {
    CareFile full =
        IntStream.range(0, CareFileDecisions.MOST)
            .boxed()
            .reduce(CHILD, (file, _) -> changed(file, screen(ofChild())), (one, _) -> one);

    assertThat(refused(full, screen(ofChild()))).isEqualTo(Refusal.FILE_FULL);
    assertThat(changed(full, glass("jelena")).openings()).hasSize(1);
  }

  @Test
  void sameWordsChangeNothing() {
    assertThat(decide(ADULT, new Write(about(Age.ADULT)))).isInstanceOf(Unchanged.class);
    assertThat(decide(ADULT, new Share(Set.of("kata"), Set.of("person:stefan"))))
        .isInstanceOf(Unchanged.class);
    assertThat(changed(ADULT, new Write(about(Age.CHILD))).about().age()).isEqualTo(Age.CHILD);
  }

  @Test
  @Proves(6)
  void whoeverIsTakenOutIsRememberedUntilNamedAgain() {
    CareFile both = changed(ADULT, new Share(Set.of("kata", "mira"), Set.of()));
    CareFile one = changed(both, new Share(Set.of("mira"), Set.of()));

    assertThat(both.out()).isEmpty();
    assertThat(one.out()).containsExactly("kata");
    assertThat(changed(one, new Write(about(Age.CHILD))).out()).containsExactly("kata");
    assertThat(changed(one, new Share(Set.of("kata"), Set.of())).out()).containsExactly("mira");
  }

  @Test
  @Proves(6)
  void aRestoreTakesAwayAndLeavesSomebodyWhoWasAMemberThen() {
    CareFile both = changed(ADULT, new Share(Set.of("kata", "mira"), Set.of()));

    CareFile one = changed(both, new ShareAgain(Set.of("kata"), Set.of(), Set.of("mira")));
    assertThat(one.members()).containsExactly("mira");
    assertThat(one.out()).containsExactly("kata");
    CareFile other = changed(both, new ShareAgain(Set.of("kata", "mira"), Set.of(), Set.of("eva")));
    assertThat(other.members()).containsExactly("eva");
    CareFile kept = changed(both, new ShareAgain(Set.of(), Set.of("person:jelena"), Set.of()));
    assertThat(kept.isKeptFrom("jelena")).isTrue();
    assertThat(kept.touchedAt()).isEqualTo(both.touchedAt());
    CareFile nobody = changed(both, new ShareAgain(Set.of("kata", "mira"), Set.of(), Set.of()));
    assertThat(nobody.isMember("kata") || nobody.isMember("mira"))
        .as("the line that says who was left is lost")
        .isFalse();
    assertThat(decide(one, new ShareAgain(Set.of("kata"), Set.of(), Set.of())))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  @Proves(8)
  void nothingOfItIsPrinted() {
    assertThat(new KeptCareLink.CareLink("f-1", "c-1", "k-1", "kata", NOW).toString())
        .doesNotContain("f-1", "c-1", "k-1", "kata");
    assertThat(ADULT.toString() + ADULT.about() + passOn(Ground.CONSENT) + glass("j"))
        .doesNotContain("Planted", "all of it", "an officer");
  }
}
