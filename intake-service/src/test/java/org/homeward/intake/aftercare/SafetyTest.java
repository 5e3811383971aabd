package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.aftercare.AftercareSamples.met;
import static org.homeward.intake.aftercare.AftercareSamples.mistake;
import static org.homeward.intake.aftercare.AftercareSamples.word;
import static org.homeward.intake.aftercare.SafeWord.Finding.NOT_SAFE;
import static org.homeward.intake.aftercare.SafeWord.Finding.SAFE;

import java.util.List;
import org.homeward.intake.aftercare.Meeting.Who;
import org.junit.jupiter.api.Test;

class SafetyTest {

  private static Safety after(SafeWord... words) {
    return Safety.of(List.of(words));
  }

  @Test
  void staffOrPoliceWhoMetTheChildAloneMakeItSafe() {
    assertThat(after(word(SAFE, met(Who.STAFF, true), false)).state()).isEqualTo(Safety.State.SAFE);
    assertThat(after(word(SAFE, met(Who.POLICE, true), false)).state())
        .isEqualTo(Safety.State.SAFE);
  }

  @Test
  void howeverManyClaimantsSayItTheChildIsNotSafe() {
    SafeWord mother = word(SAFE, met(Who.CLAIMANT, true), false);
    SafeWord father = word(SAFE, met(Who.CLAIMANT, true), false);
    SafeWord neighbour = word(SAFE, met(Who.SOMEBODY_ELSE, true), false);

    assertThat(after(mother, father, neighbour)).isEqualTo(Safety.NOT_KNOWN);
  }

  @Test
  void policeWhoSawItBesideAClaimantDoNotMakeItSafe() {
    assertThat(after(word(SAFE, met(Who.POLICE, false), false))).isEqualTo(Safety.NOT_KNOWN);
  }

  @Test
  void whatCountsIsNotTakenBackByWhatDoesNot() {
    SafeWord police = word(NOT_SAFE, met(Who.POLICE, true), false);
    SafeWord father = word(SAFE, met(Who.CLAIMANT, true), false);

    assertThat(after(police, father).state()).isEqualTo(Safety.State.NOT_SAFE);
  }

  @Test
  void aMistakeTakesBackAllThatWasSaid() {
    SafeWord police = word(SAFE, met(Who.POLICE, true), false);

    assertThat(after(police, mistake())).isEqualTo(Safety.NOT_KNOWN);
  }

  @Test
  void anybodyHidesAChildAndOnlyWhatCountsShowsItAgain() {
    SafeWord neighbour = word(NOT_SAFE, met(Who.SOMEBODY_ELSE, false), true);
    SafeWord father = word(SAFE, met(Who.CLAIMANT, true), false);
    SafeWord staff = word(SAFE, met(Who.STAFF, true), false);

    assertThat(after(neighbour).keepHidden()).isTrue();
    assertThat(after(neighbour, father, mistake()).keepHidden()).isTrue();
    assertThat(after(neighbour, father, staff).keepHidden()).isFalse();
  }
}
