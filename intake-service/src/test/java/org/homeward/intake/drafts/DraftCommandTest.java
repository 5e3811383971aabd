package org.homeward.intake.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeward.durable.document.Command;
import org.homeward.intake.drafts.Draft.Danger;
import org.homeward.intake.drafts.DraftCommand.Decided;
import org.homeward.intake.drafts.DraftCommand.Refusal;
import org.homeward.schema.facts.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** Every command on every state of a draft. */
class DraftCommandTest {

  private static final Instant OPENED = Instant.parse("2026-03-01T03:00:00Z");
  private static final Command MINE = new Command("mine", "a");
  private static final Command OTHER = new Command("other", "b");

  private static Draft draft(@Nullable Danger danger) {
    return Draft.opened(false, words(danger, "x"), "p-1", OPENED);
  }

  private static Draft.Words words(@Nullable Danger danger, String text) {
    return new Draft.Words(Channel.PHONE, danger, Map.of("/says/notes/text", text));
  }

  private static Filing filing(Command command) {
    return new Filing(command, null, OPENED);
  }

  private static Decided decided(KeptDraft state, DraftCommand wish, Instant now) {
    return DraftCommand.decide(state, wish, now);
  }

  private static Decided decided(KeptDraft state, DraftCommand wish) {
    return decided(state, wish, OPENED);
  }

  private static Decided refused(Refusal why) {
    return new Decided.Refused(why);
  }

  @Test
  void aSavedDraftHasTheNewWordsAndItsBeginning() {
    var save = new DraftCommand.Save(words(Danger.NO, "y"), "p-2");

    var next = (Decided.Changed) decided(draft(null), save, OPENED.plusSeconds(60));

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

    assertThat(decided(draft, ring, due.minusMillis(1))).isEqualTo(new Decided.Unchanged());
    if (danger == Danger.NO) {
      assertThat(decided(draft, ring, due)).isEqualTo(new Decided.Unchanged());
    } else {
      assertThat(decided(draft, ring, due)).isEqualTo(new Decided.Changed(draft.rung(due)));
      assertThat(draft.rung(due).isRinging()).isTrue();
      assertThat(draft.rung(due).saying(words(Danger.NO, "y"), "p", due).isRinging()).isFalse();
    }
  }

  @Test
  void whileOneFilesItNobodyElseDoesAnything() {
    Draft filing = draft(null).filedBy(filing(MINE));

    for (DraftCommand wish :
        List.of(
            new DraftCommand.Save(words(null, "y"), "p"),
            new DraftCommand.Discard(),
            new DraftCommand.BeginFiling(filing(OTHER)))) {
      assertThat(decided(filing, wish)).isEqualTo(refused(Refusal.DRAFT_BEING_FILED));
    }
    assertThat(decided(filing, new DraftCommand.BeginFiling(filing(MINE))))
        .isEqualTo(new Decided.Unchanged());
    assertThat(decided(filing, new DraftCommand.EndFiling(OTHER, "c")))
        .isEqualTo(new Decided.Unchanged());
    assertThat(decided(filing, new DraftCommand.GiveUpFiling(OTHER)))
        .isEqualTo(new Decided.Unchanged());
  }

  @Test
  void aFilingEndsInACaseOrIsGivenUp() {
    Draft filing = draft(null).filedBy(filing(MINE));

    assertThat(decided(filing, new DraftCommand.EndFiling(MINE, "case-1")))
        .isEqualTo(new Decided.Changed(new GoneDraft(false, GoneDraft.How.FILED, "case-1", MINE)));
    assertThat(decided(filing, new DraftCommand.GiveUpFiling(MINE)))
        .isEqualTo(new Decided.Changed(draft(null)));
  }

  @Test
  void aTombstoneStaysOneAndKnowsTheRequestThatMadeIt() {
    var filed = new GoneDraft(false, GoneDraft.How.FILED, "case-1", MINE);
    var discarded = new GoneDraft(false, GoneDraft.How.DISCARDED, null, null);

    for (KeptDraft gone : List.of(filed, discarded)) {
      assertThat(decided(gone, new DraftCommand.Save(words(null, "y"), "p")))
          .isEqualTo(refused(Refusal.DRAFT_GONE));
      assertThat(decided(gone, new DraftCommand.Discard())).isEqualTo(refused(Refusal.DRAFT_GONE));
      assertThat(decided(gone, new DraftCommand.BeginFiling(filing(OTHER))))
          .isEqualTo(refused(Refusal.DRAFT_GONE));
      for (DraftCommand late :
          List.of(
              new DraftCommand.EndFiling(MINE, "case-2"),
              new DraftCommand.GiveUpFiling(MINE),
              new DraftCommand.RingIfDue())) {
        assertThat(decided(gone, late)).isEqualTo(new Decided.Unchanged());
      }
    }
    assertThat(decided(filed, new DraftCommand.BeginFiling(filing(MINE))))
        .isEqualTo(new Decided.Unchanged());
  }

  @Test
  void wordsAreNotPrinted() {
    assertThat(draft(null).toString() + words(null, "planted")).doesNotContain("planted", "x,");
  }
}
