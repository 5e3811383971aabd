package org.homeward.intake.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.drafts.Draft.Danger;
import org.homeward.intake.drafts.DraftDecision.Refusal;
import org.homeward.schema.facts.Channel;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** Every command on every state of a draft. */
class DraftDecisionsTest {

  private static final Instant OPENED = Instant.parse("2026-03-01T03:00:00Z");
  private static final long VERSION = 3;
  private static final Command MINE = new Command("mine", "a");
  private static final Command OTHER = new Command("other", "b");

  private static Draft draft(@Nullable Danger danger) {
    return Draft.opened(false, words(danger, "x"), "p-1", OPENED);
  }

  private static Draft.Words words(@Nullable Danger danger, String text) {
    return new Draft.Words(Channel.PHONE, danger, Map.of("/says/notes/text", text), Set.of());
  }

  private static Filing filing(Command command) {
    return new Filing(command, null, OPENED);
  }

  private static DraftCommand begin(Command command) {
    return new DraftCommand.BeginFiling(filing(command), false, OptionalLong.empty());
  }

  private static DraftDecision decided(KeptDraft state, DraftCommand wish, Instant now) {
    return DraftDecisions.decide(state, VERSION, wish, now);
  }

  private static DraftDecision decided(KeptDraft state, DraftCommand wish) {
    return decided(state, wish, OPENED);
  }

  private static DraftDecision refused(Refusal why) {
    return new DraftDecision.Refused(why);
  }

  @Test
  void aSavedDraftHasTheNewWordsAndItsBeginning() {
    var save = new DraftCommand.Save(words(Danger.NO, "y"), "p-2");

    var next = (DraftDecision.Changed) decided(draft(null), save, OPENED.plusSeconds(60));

    var saved = (Draft) next.next();
    assertThat(saved.typed()).containsValue("y");
    assertThat(saved.danger()).isEqualTo(Danger.NO);
    assertThat(saved.openedBy()).isEqualTo("p-1");
    assertThat(saved.savedBy()).isEqualTo("p-2");
    assertThat(saved.openedAt()).isEqualTo(OPENED);
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(Danger.class)
  void itRingsAfterAQuarterOfAnHourUnlessThereIsNoDanger(@Nullable Danger danger) {
    Draft draft = draft(danger);
    Instant due = OPENED.plus(Draft.RINGS_AFTER);
    var ring = new DraftCommand.RingIfDue();

    assertThat(decided(draft, ring, due.minusMillis(1))).isEqualTo(new DraftDecision.Unchanged());
    if (danger == Danger.NO) {
      assertThat(decided(draft, ring, due)).isEqualTo(new DraftDecision.Unchanged());
    } else {
      assertThat(decided(draft, ring, due)).isEqualTo(new DraftDecision.Changed(draft.rung(due)));
      assertThat(draft.rung(due).isRinging()).isTrue();
      Draft answered = draft.rung(due).saying(words(Danger.NO, "y"), "p", VERSION, due);
      assertThat(answered.isRinging()).isFalse();
    }
  }

  @Test
  void whileOneFilesItNobodyElseDoesAnything() {
    Draft filing = draft(null).filedBy(filing(MINE));

    for (DraftCommand wish :
        List.of(
            new DraftCommand.Save(words(null, "y"), "p"),
            new DraftCommand.Discard(),
            begin(OTHER))) {
      assertThat(decided(filing, wish)).isEqualTo(refused(Refusal.DRAFT_BEING_FILED));
    }
    assertThat(decided(filing, begin(MINE))).isEqualTo(new DraftDecision.Unchanged());
    assertThat(decided(filing, new DraftCommand.EndFiling(OTHER, "c")))
        .isEqualTo(new DraftDecision.Unchanged());
    assertThat(decided(filing, new DraftCommand.GiveUpFiling(OTHER)))
        .isEqualTo(new DraftDecision.Unchanged());
  }

  @Test
  void anExerciseDoesNotBecomeARealReportNorTheOtherWayRound() {
    var real = new DraftCommand.BeginFiling(filing(MINE), false, OptionalLong.empty());
    var exercise = new DraftCommand.BeginFiling(filing(MINE), true, OptionalLong.empty());
    Draft exercised = Draft.opened(true, words(null, "x"), "p-1", OPENED);

    assertThat(decided(draft(null), exercise)).isEqualTo(refused(Refusal.EXERCISE_AND_REAL));
    assertThat(decided(exercised, real)).isEqualTo(refused(Refusal.EXERCISE_AND_REAL));
    assertThat(decided(exercised, exercise)).isInstanceOf(DraftDecision.Changed.class);
  }

  @Test
  void wordsThatWereSavedSinceAreNotFiledAway() {
    Draft saved = draft(null).saying(words(null, "later"), "p-2", VERSION, OPENED);
    Draft rung = saved.rung(OPENED);

    for (long seen : new long[] {1, VERSION}) {
      assertThat(decided(rung, new DraftCommand.BeginFiling(filing(MINE), false, at(seen))))
          .isEqualTo(refused(Refusal.SAVED_SINCE));
    }
    assertThat(decided(rung, new DraftCommand.BeginFiling(filing(MINE), false, at(VERSION + 1))))
        .as("that it rang since changes no word")
        .isInstanceOf(DraftDecision.Changed.class);
    assertThat(decided(rung, begin(MINE))).isInstanceOf(DraftDecision.Changed.class);
  }

  private static OptionalLong at(long version) {
    return OptionalLong.of(version);
  }

  @Test
  @Proves(6)
  void aDraftIsKeptFromMorePeopleAndNeverFromFewer() {
    var from = Set.of("person:a");
    var first = new Draft.Words(Channel.PHONE, null, Map.of(), from);
    Draft kept = Draft.opened(false, first, "p-1", OPENED);

    Draft saved = kept.saying(words(null, "y"), "p-2", VERSION, OPENED);
    var more = new Draft.Words(null, null, Map.of(), Set.of("person:b"));

    assertThat(saved.notTo()).isEqualTo(from);
    assertThat(saved.saying(more, "p-2", VERSION, OPENED).notTo())
        .containsExactlyInAnyOrder("person:a", "person:b");
    assertThat(GoneDraft.discarded(saved).notTo()).isEqualTo(from);
    assertThat(GoneDraft.filed(saved, filing(MINE), "case-1").notTo()).isEqualTo(from);
  }

  @Test
  void aFilingEndsInACaseOrIsGivenUp() {
    Draft filing = draft(null).filedBy(filing(MINE));

    assertThat(decided(filing, new DraftCommand.EndFiling(MINE, "case-1")))
        .isEqualTo(
            new DraftDecision.Changed(
                new GoneDraft(false, GoneDraft.How.FILED, "case-1", MINE, Set.of())));
    assertThat(decided(filing, new DraftCommand.GiveUpFiling(MINE)))
        .isEqualTo(new DraftDecision.Changed(draft(null)));
  }

  @Test
  void aTombstoneStaysOneAndKnowsTheRequestThatMadeIt() {
    var filed = new GoneDraft(false, GoneDraft.How.FILED, "case-1", MINE, Set.of());
    var discarded = new GoneDraft(false, GoneDraft.How.DISCARDED, null, null, Set.of());

    for (KeptDraft gone : List.of(filed, discarded)) {
      assertThat(decided(gone, new DraftCommand.Save(words(null, "y"), "p")))
          .isEqualTo(refused(Refusal.DRAFT_GONE));
      assertThat(decided(gone, new DraftCommand.Discard())).isEqualTo(refused(Refusal.DRAFT_GONE));
      assertThat(decided(gone, begin(OTHER))).isEqualTo(refused(Refusal.DRAFT_GONE));
      for (DraftCommand late :
          List.of(
              new DraftCommand.EndFiling(MINE, "case-2"),
              new DraftCommand.GiveUpFiling(MINE),
              new DraftCommand.RingIfDue())) {
        assertThat(decided(gone, late)).isEqualTo(new DraftDecision.Unchanged());
      }
    }
    assertThat(decided(filed, begin(MINE))).isEqualTo(new DraftDecision.Unchanged());
  }

  @Test
  void wordsAreNotPrinted() {
    assertThat(draft(null).toString() + words(null, "planted")).doesNotContain("planted", "x,");
  }

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(DraftProblem.values()));
  }

  @Test
  void ofWhatIsTypedTheFirstChildsNameAloneNamesADraft() {
    assertThat(named(Map.of("/newChildren/0/names/0", " Milica ", "/says/notes/text", "x")))
        .hasValue("Milica");
    assertThat(named(Map.of("/newChildren/0/names/0/full", "Милица"))).hasValue("Милица");
    assertThat(named(Map.of("/newChildren/1/names/0", "b", "/says/reporter/name", "c"))).isEmpty();
    assertThat(named(Map.of("/newChildren/0/names/0", " "))).isEmpty();
    assertThat(named(Map.of("/newChildren/0/names/0", "\ud83d\ude00".repeat(61))).orElseThrow())
        .isEqualTo("\ud83d\ude00".repeat(60));
  }

  private static Optional<String> named(Map<String, String> typed) {
    var words = new Draft.Words(Channel.PHONE, null, typed, Set.of());
    return Draft.opened(false, words, "p-1", OPENED).childName();
  }
}
