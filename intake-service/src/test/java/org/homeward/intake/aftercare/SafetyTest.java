package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.aftercare.AftercareSamples.NOW;
import static org.homeward.intake.aftercare.AftercareSamples.met;
import static org.homeward.intake.aftercare.AftercareSamples.mistake;
import static org.homeward.intake.aftercare.AftercareSamples.word;
import static org.homeward.intake.aftercare.SafeWord.Finding.NOT_SAFE;
import static org.homeward.intake.aftercare.SafeWord.Finding.SAFE;
import static org.homeward.intake.aftercare.SafeWord.Hiding.KEEP_HIDDEN;
import static org.homeward.intake.aftercare.SafeWord.Hiding.NO_LONGER;

import java.time.Instant;
import java.util.List;
import org.homeward.intake.aftercare.Meeting.Who;
import org.junit.jupiter.api.Test;

class SafetyTest {

  private static final Instant LATER = NOW.plusSeconds(3600);

  private static Safety after(SafeWord... words) {
    return Safety.of(List.of(words));
  }

  @Test
  void staffOrPoliceWhoMetTheChildAloneMakeItSafe() {
    assertThat(after(word(SAFE, met(Who.STAFF, true))).state()).isEqualTo(Safety.State.SAFE);
    assertThat(after(word(SAFE, met(Who.POLICE, true))).state()).isEqualTo(Safety.State.SAFE);
  }

  @Test
  void howeverManyClaimantsSayItTheChildIsNotSafe() {
    SafeWord mother = word(SAFE, met(Who.CLAIMANT, true));
    SafeWord father = word(SAFE, met(Who.CLAIMANT, true));
    SafeWord neighbour = word(SAFE, met(Who.SOMEBODY_ELSE, true));

    assertThat(after(mother, father, neighbour)).isEqualTo(Safety.NOT_KNOWN);
  }

  @Test
  void policeWhoSawItBesideAClaimantDoNotMakeItSafe() {
    assertThat(after(word(SAFE, met(Who.POLICE, false)))).isEqualTo(Safety.NOT_KNOWN);
  }

  @Test
  void whatCountsIsNotTakenBackByWhatDoesNot() {
    SafeWord police = word(NOT_SAFE, met(Who.POLICE, true));
    SafeWord father = word(SAFE, met(Who.CLAIMANT, true));

    assertThat(after(police, father).state()).isEqualTo(Safety.State.NOT_SAFE);
  }

  @Test
  void aMistakeTakesBackAllThatWasSaid() {
    SafeWord police = word(SAFE, met(Who.POLICE, true));

    assertThat(after(police, mistake())).isEqualTo(Safety.NOT_KNOWN);
  }

  @Test
  void anybodyHidesAChildAndOnlyWhatCountsShowsItAgain() {
    SafeWord neighbour = word(NOT_SAFE, met(Who.SOMEBODY_ELSE, false), KEEP_HIDDEN);
    SafeWord father = word(SAFE, met(Who.CLAIMANT, true, LATER), NO_LONGER);
    SafeWord staff = word(SAFE, met(Who.STAFF, true, LATER), NO_LONGER);

    assertThat(after(neighbour).keepHidden()).isTrue();
    assertThat(after(neighbour, father, mistake()).keepHidden()).isTrue();
    assertThat(after(neighbour, father, staff).keepHidden()).isFalse();
  }

  @Test
  void aWordThatSaysNothingOfHidingShowsNoChildAgain() {
    SafeWord staff = word(NOT_SAFE, met(Who.STAFF, true), KEEP_HIDDEN);
    SafeWord visit = word(SAFE, met(Who.STAFF, true, LATER));

    assertThat(after(staff, visit)).isEqualTo(new Safety(Safety.State.SAFE, true));
  }

  @Test
  void aMeetingBeforeSomebodyHidTheChildShowsItNotAgain() {
    SafeWord hidden = word(NOT_SAFE, met(Who.STAFF, true, LATER), KEEP_HIDDEN);

    assertThat(after(hidden, word(SAFE, met(Who.STAFF, true), NO_LONGER)).keepHidden()).isTrue();
    assertThat(after(hidden, word(SAFE, met(Who.STAFF, true, LATER), NO_LONGER)).keepHidden())
        .isTrue();
  }

  @Test
  void anEarlierMeetingThatIsRecordedLateTakesNoLaterOneBack() {
    SafeWord police = word(NOT_SAFE, met(Who.POLICE, true, LATER));
    SafeWord late = word(SAFE, met(Who.STAFF, true));

    assertThat(after(police, late).state()).isEqualTo(Safety.State.NOT_SAFE);
    assertThat(after(late, police).state()).isEqualTo(Safety.State.NOT_SAFE);
  }

  @Test
  void ofTwoWordsAboutOneTimeTheWorseCounts() {
    SafeWord safe = word(SAFE, met(Who.STAFF, true));
    SafeWord unsafe = word(NOT_SAFE, met(Who.POLICE, true));

    assertThat(after(safe, unsafe).state()).isEqualTo(Safety.State.NOT_SAFE);
    assertThat(after(unsafe, safe).state()).isEqualTo(Safety.State.NOT_SAFE);
  }
}
