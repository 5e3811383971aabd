package org.homeward.intake.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.homeward.intake.risk.WhatStays.Part;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class TeamLimitsTest {

  private static final Set<Part> LEVEL = Set.of(Part.LEVEL);
  private static final Set<Audience> TEAM = Set.of(Audience.CASE_TEAM);
  private static final Set<Audience> WIDER = Set.of(Audience.CASE_TEAM, Audience.POLICE);
  private static final Set<Audience> NARROWER = Set.of(Audience.CONFIDANT);

  private static Map<String, Set<Audience>> there(Set<Audience> limit) {
    return Map.of("risk", limit);
  }

  @Test
  void whatStaysIsLimited() {
    assertThat(TeamLimits.of(LEVEL, Map.of(), Map.of())).isEqualTo(Map.of(Part.LEVEL, Set.of()));
  }

  @Test
  @Proves(6)
  void aLimitThatStillTellsPoliceIsReplacedAndComesBack() {
    var limits = TeamLimits.of(LEVEL, there(WIDER), Map.of());
    assertThat(limits).isEqualTo(Map.of(Part.LEVEL, WIDER));

    var again = TeamLimits.of(LEVEL, there(TEAM), limits);
    assertThat(again).as("through assessments that need it").isEqualTo(limits);
    assertThat(TeamLimits.lifted(again, Map.of(), there(TEAM)))
        .isEqualTo(Map.of(Part.LEVEL, WIDER));
  }

  @Test
  @Proves(6)
  void aLimitOfAPersonThatKeepsItInsideIsHers() {
    assertThat(TeamLimits.of(LEVEL, there(NARROWER), Map.of())).isEmpty();
    assertThat(TeamLimits.of(LEVEL, there(TEAM), Map.of())).isEmpty();
  }

  @Test
  void whatAPersonHasSetInsteadOfOursIsNotLifted() {
    Map<Part, Set<Audience>> ours = Map.of(Part.LEVEL, Set.of());

    assertThat(TeamLimits.lifted(ours, Map.of(), there(NARROWER))).isEmpty();
    assertThat(TeamLimits.lifted(ours, ours, there(TEAM))).as("it is needed").isEmpty();
  }
}
