package org.homeward.intake.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.durable.command.Command;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class EpisodeCommandTest {

  private static final EpisodeOf BEFORE = new EpisodeOf("a", "c1");
  private static final Command ANA = new Command("k1", "h1");
  private static final Command JELENA = new Command("k2", "h2");

  @Test
  @Proves(2)
  void twoPeopleWhoAskMakeOneEpisodeAndTwoDangers() {
    Command first = EpisodeCommand.missing(BEFORE, 0, ANA, true);

    assertThat(EpisodeCommand.missing(BEFORE, 0, JELENA, false).id()).isEqualTo(first.id());
    assertThat(EpisodeCommand.missing(BEFORE, 1, JELENA, false).id()).isNotEqualTo(first.id());
    assertThat(EpisodeCommand.atRisk(BEFORE, ANA, false).id())
        .isNotEqualTo(EpisodeCommand.atRisk(BEFORE, JELENA, false).id());
  }

  @Test
  @Proves(2)
  void aRequestKnowsWhatItMade() {
    for (boolean careful : new boolean[] {true, false}) {
      Command made = EpisodeCommand.missing(BEFORE, 0, ANA, careful);

      assertThat(EpisodeCommand.isOf(made, new Command("k1", "another body"))).isTrue();
      assertThat(EpisodeCommand.isOf(made, JELENA)).isFalse();
    }
  }
}
