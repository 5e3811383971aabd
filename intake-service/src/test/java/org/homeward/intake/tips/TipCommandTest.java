package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.tips.TipCommand.Refusal;
import org.homeward.intake.tips.TipCommand.TipDecision;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TipCommandTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Tip RECEIVED =
      Tip.received(
          false,
          Channel.WEB,
          new TipWords(
              "A boy at the station", null, null, null, null, null, null, null, null, null, null),
          null,
          AT);
  private static final Tip.Grade GRADE =
      new Tip.Grade(SourceGrade.B, InformationGrade.POSSIBLE, "knows the boy", "p-1", AT);
  private static final TipCommand TIE = new TipCommand.Tie("c", false, null, "p-1");

  private static KeptTip changed(TipCommand wish, KeptTip before, Instant now) {
    assertThat(TipCommand.decide(before, wish, now)).isInstanceOf(TipDecision.Changed.class);
    return ((TipDecision.Changed) TipCommand.decide(before, wish, now)).next();
  }

  private static Tip tip(TipCommand wish, Tip before) {
    return (Tip) changed(wish, before, AT);
  }

  private static void assertRefused(TipCommand wish, KeptTip before, Refusal why) {
    assertThat(TipCommand.decide(before, wish, AT)).isEqualTo(new TipDecision.Refused(why));
  }

  private static void assertUnchanged(TipCommand wish, KeptTip before, Instant now) {
    assertThat(TipCommand.decide(before, wish, now)).isEqualTo(new TipDecision.Unchanged());
  }

  @Test
  void aTipWaitsUntilSomebodyTiesItOrLaysItAside() {
    assertThat(RECEIVED.standing()).isEqualTo(Tip.Standing.WAITING);
    assertThat(tip(new TipCommand.Grade(GRADE), RECEIVED).standing())
        .isEqualTo(Tip.Standing.WAITING);
    Tip aside = tip(new TipCommand.NoUse(new Tip.NoUse("a joke", "p-1", AT)), RECEIVED);
    assertThat(aside.standing()).isEqualTo(Tip.Standing.NO_USE);
    assertThat(tip(TIE, aside).standing())
        .as("it has a use after all")
        .isEqualTo(Tip.Standing.TIED);
  }

  @Test
  @Proves(6)
  void nobodyMovesATipToAnotherCase() {
    Tip tied = tip(TIE, RECEIVED);
    assertRefused(new TipCommand.Tie("other", false, null, "p-1"), tied, Refusal.TIP_TIED);
    assertUnchanged(TIE, tied, AT);
  }

  /** A restore says it again, and so does a second press. */
  @Test
  @Proves(8)
  void whoTiesItAgainChangesNeitherWhatWasDecidedNorTheDaysThatRun() {
    Tip ended = tip(new TipCommand.CaseEnded("c", AT), tip(TIE, RECEIVED));
    Tip aside = tip(new TipCommand.NoUse(new Tip.NoUse("a joke", "p-1", AT)), ended);
    assertUnchanged(TIE, aside, AT);
    assertUnchanged(new TipCommand.Tie("c", false, AT.plusSeconds(9), "p-1"), aside, AT);
  }

  @Test
  @Proves(9)
  void aRealTipBelongsToNoExercise() {
    assertRefused(new TipCommand.Tie("c", true, null, "p-1"), RECEIVED, Refusal.EXERCISE_AND_REAL);
  }

  @Test
  void whatIsAReportStaysAsItWasGraded() {
    Tip reported = tip(new TipCommand.Report("r"), tip(TIE, RECEIVED));
    assertRefused(new TipCommand.Grade(GRADE), reported, Refusal.TIP_REPORTED);
    assertRefused(
        new TipCommand.NoUse(new Tip.NoUse("why", "p", AT)), reported, Refusal.TIP_REPORTED);
    assertUnchanged(new TipCommand.Report("r"), reported, AT);
  }

  @Test
  @Proves(2)
  void whatWentToTheOwnerAbroadStaysAsItWasSent() {
    var sent = new Tip.Sent("h", "s", "p-1", AT, null);
    Tip graded = tip(new TipCommand.Grade(GRADE), tip(TIE, RECEIVED));
    Tip told = tip(new TipCommand.Send(sent), graded);

    assertThat(told.standing()).isEqualTo(Tip.Standing.SENT);
    assertUnchanged(
        new TipCommand.Send(new Tip.Sent("h", "s", "p-2", AT.plusSeconds(9), null)), told, AT);
    assertRefused(new TipCommand.Grade(GRADE), told, Refusal.TIP_SENT);
    assertRefused(new TipCommand.NoUse(new Tip.NoUse("why", "p", AT)), told, Refusal.TIP_SENT);
    assertRefused(
        new TipCommand.Locate(new Spot(45.25, 19.84, 500, "p-1", AT)), told, Refusal.TIP_SENT);
    assertRefused(new TipCommand.Send(sent), new GoneTip(false), Refusal.NO_SUCH_TIP);
    assertThat(changed(new TipCommand.EraseAgain(), told, AT)).isEqualTo(new GoneTip(false));
  }

  @Test
  @Proves(7)
  void nobodyErasesATipThatTheOwnerAbroadStillHas() {
    var sent = new Tip.Sent("h", "s", "p-1", AT, null);
    var back = new Tip.Sent("h", "s", "p-2", AT, new Tip.TakenBack("p-2", AT));
    Tip tied = tip(new TipCommand.Grade(GRADE), tip(TIE, RECEIVED));
    Tip told = tip(new TipCommand.Send(sent), tied);
    assertRefused(erase("p-1", Role.SUPERVISOR), told, Refusal.NOT_TAKEN_BACK);

    Tip taken = tip(new TipCommand.Send(back), told);

    assertThat(taken.sent().by()).as("who sent it").isEqualTo("p-1");
    assertThat(taken.sent().takenBack().by()).isEqualTo("p-2");
    assertUnchanged(new TipCommand.Send(back), taken, AT);
    assertUnchanged(new TipCommand.Send(sent), taken, AT);
    assertRefused(new TipCommand.Grade(GRADE), taken, Refusal.TIP_SENT);
    Tip first = tip(erase("p-1", Role.SUPERVISOR), taken);
    assertErased(erase("p-2", Role.DPO), first, "p-1");
  }

  @Test
  @Proves(8)
  void theOwnerIsToldTheWordsAndTheGradeAndNotHowTheGiverIsReached() {
    var words =
        new TipWords(
            "A boy at the station",
            "en",
            AT,
            15,
            "the ramp",
            500,
            "north",
            "a tall man",
            "secret-contact",
            "RS-1",
            null);
    Tip graded = Tip.received(false, Channel.PHONE, words, "p-1", AT).graded(GRADE);

    String says = SaysCodec.write(FileTip.says(graded)).toString();

    assertThat(says)
        .contains("A boy at the station", "the ramp", "north", "a tall man", "POSSIBLE")
        .doesNotContain("secret-contact", "knows the boy", "RS-1", "p-1");
    Tip there =
        FileTip.tip(FileTip.says(graded).sightings().getFirst(), false, "c", AT.plusSeconds(9));
    assertThat(there.words())
        .isEqualTo(
            new TipWords(
                "A boy at the station",
                "en",
                AT,
                15,
                "the ramp",
                500,
                "north",
                "a tall man",
                null,
                null,
                null));
    assertThat(there.standing()).isEqualTo(Tip.Standing.TIED);
    assertThat(there.channel()).isEqualTo(Channel.PARTNER);
    assertThat(there.grade().source()).isEqualTo(SourceGrade.B);
    assertThat(there.grade().by()).isEqualTo("partner");
  }

  @Test
  void whoeverPutsATipOnTheMapLastIsBelievedUntilItIsAReport() {
    var first = new TipCommand.Locate(new Spot(45.25, 19.84, 500, "p-1", AT));
    var again = new TipCommand.Locate(new Spot(45.25, 19.84, 500, "p-1", AT.plusSeconds(9)));
    var other = new Spot(45.25, 19.84, 500, "p-2", AT);

    Tip located = tip(first, RECEIVED);
    assertUnchanged(again, located, AT);
    assertThat(tip(new TipCommand.Locate(other), located).spot()).isEqualTo(other);
    assertThat(tip(TIE, tip(new TipCommand.Grade(GRADE), located)).spot())
        .isEqualTo(located.spot());
    Tip reported = tip(new TipCommand.Report("r"), tip(TIE, located));
    assertRefused(first, reported, Refusal.TIP_REPORTED);
    assertRefused(first, new GoneTip(false), Refusal.NO_SUCH_TIP);
  }

  @Test
  @Proves(8)
  void aTipOfNoCaseIsErasedNinetyDaysAfterItCame() {
    var expire = new TipCommand.ExpireIfDue(KEPT);
    assertUnchanged(expire, RECEIVED, AT.plus(KEPT).minusMillis(1));
    assertThat(changed(expire, RECEIVED, AT.plus(KEPT))).isEqualTo(new GoneTip(false));
  }

  @Test
  @Proves(8)
  void aTipOfACaseStaysUntilNinetyDaysAfterItsEnd() {
    var expire = new TipCommand.ExpireIfDue(KEPT);
    Tip tied = tip(TIE, RECEIVED);
    assertUnchanged(expire, tied, AT.plus(Duration.ofDays(4_000)));
    Instant ended = AT.plus(Duration.ofDays(100));
    assertUnchanged(new TipCommand.CaseEnded("other", ended), tied, ended);
    Tip after = tip(new TipCommand.CaseEnded("c", ended), tied);
    assertUnchanged(new TipCommand.CaseEnded("c", ended.plusSeconds(9)), after, ended);
    assertUnchanged(expire, after, ended.plus(KEPT).minusMillis(1));
    assertThat(changed(expire, after, ended.plus(KEPT))).isEqualTo(new GoneTip(false));
  }

  @Test
  @Proves(7)
  void anErasedTipTakesNothingMore() {
    KeptTip gone = changed(new TipCommand.EraseAgain(), tip(TIE, RECEIVED), AT);
    assertThat(gone).isEqualTo(new GoneTip(false));
    assertRefused(TIE, gone, Refusal.NO_SUCH_TIP);
    assertRefused(new TipCommand.Report("r"), gone, Refusal.NO_SUCH_TIP);
    assertRefused(erase("p-1", Role.DPO), gone, Refusal.NO_SUCH_TIP);
    assertUnchanged(new TipCommand.EraseAgain(), gone, AT);
    assertUnchanged(new TipCommand.CaseEnded("c", AT), gone, AT);
  }

  private static TipCommand erase(String person, Role role) {
    return new TipCommand.Erase(EraseReason.SUBJECT_REQUEST, person, Set.of(role), false);
  }

  private static void assertErased(TipCommand wish, Tip before, @Nullable String with) {
    assertThat(TipCommand.decide(before, wish, AT))
        .isEqualTo(new TipDecision.Erased(new GoneTip(false), with));
  }

  @Test
  @Proves(7)
  void onePersonErasesATipThatNobodySearchesWith() {
    Tip aside = tip(new TipCommand.NoUse(new Tip.NoUse("a joke", "p-1", AT)), RECEIVED);
    assertErased(erase("p-2", Role.SUPERVISOR), aside, null);
    Tip ended = tip(new TipCommand.CaseEnded("c", AT), tip(TIE, RECEIVED));
    assertErased(erase("p-2", Role.DPO), ended, null);
  }

  @Test
  @Proves(7)
  void aTipOfNoCaseMayBeAboutAnySearchSoThatTwoPersonsEraseIt() {
    Tip aside = tip(new TipCommand.NoUse(new Tip.NoUse("a joke", "p-1", AT)), RECEIVED);
    for (Tip waiting : List.of(RECEIVED, aside)) {
      Tip first = tip(erase("p-1", Role.SUPERVISOR), waiting);
      assertRefused(erase("p-1", Role.DPO), first, Refusal.ANOTHER_PERSON_NEEDED);
    }
    assertErased(erase("p-2", Role.DPO), tip(erase("p-1", Role.SUPERVISOR), RECEIVED), "p-1");
  }

  @Test
  @Proves(7)
  void whoeverTiedATipToACaseThatIsOverDoesNotEraseItAlone() {
    Tip hers = tip(new TipCommand.Tie("c", false, AT, "p-1"), RECEIVED);

    Tip first = tip(erase("p-1", Role.SUPERVISOR), hers);

    assertThat(first.toErase().by()).isEqualTo("p-1");
    assertRefused(erase("p-1", Role.DPO), first, Refusal.ANOTHER_PERSON_NEEDED);
    assertErased(erase("p-2", Role.DPO), first, null);
    Tip aside = tip(new TipCommand.NoUse(new Tip.NoUse("a joke", "p-2", AT)), hers);
    assertErased(erase("p-1", Role.SUPERVISOR), aside, null);
  }

  @Test
  @Proves(7)
  void whoeverEndedTheSearchDoesNotEraseATipOfItAlone() {
    Tip ended = tip(new TipCommand.CaseEnded("c", AT), tip(TIE, RECEIVED));
    var byHer =
        new TipCommand.Erase(EraseReason.SUBJECT_REQUEST, "p-2", Set.of(Role.SUPERVISOR), true);

    Tip first = tip(byHer, ended);

    assertRefused(byHer, first, Refusal.ANOTHER_PERSON_NEEDED);
    assertErased(erase("p-3", Role.DPO), first, null);
  }

  @Test
  @Proves(7)
  void whatAnotherPersonSentMeanwhileIsNotTakenBackWithTheFirst() {
    var sent = new Tip.Sent("h", "s", "p-1", AT, null);
    var back = new Tip.TakenBack("p-2", AT);
    Tip graded = tip(new TipCommand.Grade(GRADE), tip(TIE, RECEIVED));
    assertRefused(
        new TipCommand.Send(new Tip.Sent("h", "s", "p-2", AT, back)), graded, Refusal.TIP_NOT_SENT);
    Tip told = tip(new TipCommand.Send(sent), graded);

    for (Tip.TakenBack each : new Tip.TakenBack[] {null, back}) {
      assertRefused(
          new TipCommand.Send(new Tip.Sent("h", "other", "p-2", AT, each)), told, Refusal.TIP_SENT);
      assertRefused(
          new TipCommand.Send(new Tip.Sent("other", "s", "p-2", AT, each)), told, Refusal.TIP_SENT);
    }
    assertThat(told.isAbroad()).isTrue();
  }

  @Test
  @Proves(7)
  void twoPersonsEraseATipOfASearchTogether() {
    Tip first = tip(erase("p-1", Role.SUPERVISOR), tip(TIE, RECEIVED));
    assertRefused(erase("p-1", Role.DPO), first, Refusal.ANOTHER_PERSON_NEEDED);
    assertRefused(erase("p-2", Role.SUPERVISOR), first, Refusal.ANOTHER_PERSON_NEEDED);
    assertErased(erase("p-2", Role.DPO), first, "p-1");

    var otherReason = new TipCommand.Erase(EraseReason.COURT_ORDER, "p-2", Set.of(Role.DPO), false);
    assertThat(tip(otherReason, first).toErase().by()).isEqualTo("p-2");
    Tip graded = tip(new TipCommand.Grade(GRADE), first);
    assertThat(graded.toErase()).as("somebody works with it").isNull();
  }

  @Test
  void everyRefusalIsInTheListForClients() throws IOException {
    ProblemList.assertListed(List.of(TipProblem.values()));
  }
}
