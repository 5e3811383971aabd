package org.homeward.intake.episodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.episodes.TrialChildren.KEPT_FROM_MARKO;
import static org.homeward.intake.episodes.TrialChildren.episodes;
import static org.homeward.intake.episodes.TrialChildren.linked;
import static org.homeward.intake.episodes.TrialChildren.undo;

import java.util.List;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Wire;
import org.homeward.intake.episodes.TrialChildren.At;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Episodes that are kept from somebody, over HTTP. */
class HiddenEpisodesIT {

  private final TrialIntake intake = TrialIntake.get();
  private final TrialChildren children = new TrialChildren(intake);
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  @Test
  @Proves(6)
  void whoeverMayNotSeeAnEpisodeReadsAsThoughItDidNotExist() {
    At seen = children.opened("Una", "");
    At further = children.opened("Una", "");
    Answer before = marko.get(seen.path());
    At hidden = children.opened("Una", KEPT_FROM_MARKO);
    String link = linked(ana, hidden, seen);
    linked(ana, hidden, further);

    assertThat(marko.get(seen.path()).body()).isEqualTo(before.body());
    assertThat(episodes(ana, seen))
        .containsExactlyInAnyOrder(hidden.caseId(), seen.caseId(), further.caseId());

    String unknown = UUID.randomUUID().toString();
    assertThat(marko.post(undo(seen, link), "{\"reason\": \"MISTAKE\"}", "If-Match: *").body())
        .isEqualTo(
            marko.post(undo(seen, unknown), "{\"reason\": \"MISTAKE\"}", "If-Match: *").body());
    assertThat(marko.post(seen.path() + "/links", hidden.body()).body())
        .isEqualTo(
            marko.post(seen.path() + "/links", new At(unknown, unknown, "", "").body()).body());

    assertThat(linked(marko, seen, further)).isNotEmpty();
    assertThat(episodes(marko, seen)).containsExactlyInAnyOrder(seen.caseId(), further.caseId());
  }

  /** A second more would tell that there is something. */
  @Test
  @Proves(6)
  void aHiddenEpisodeAsksNoMoreOfTheStoreThanNone() {
    At seen = children.opened("Vida", "");
    marko.get(seen.path()); // counts as opened once
    List<String> before = askedOfTheStore(seen);
    At hidden = children.opened("Vida", KEPT_FROM_MARKO);
    linked(ana, hidden, seen);

    assertThat(before).isNotEmpty();
    assertThat(askedOfTheStore(seen)).isEqualTo(before);
  }

  private List<String> askedOfTheStore(At seen) {
    String trace = UUID.randomUUID().toString().replace("-", "");
    Answer answer =
        new Wire(intake.port())
            .call(
                "GET",
                seen.path(),
                intake.authorization("marko", Role.OPERATOR),
                "traceparent: 00-" + trace + "-00000000000000aa-00");
    assertThat(answer.status()).isEqualTo(200);
    return intake.commands().of(trace).asked();
  }

  @Test
  @Proves(6)
  void whoeverIsExcludedLaterFindsTheEpisodeGone() {
    At one = children.opened("Mia", "");
    At other = children.opened("Mia", "");
    Answer alone = marko.get(one.path());
    linked(ana, one, other);
    Answer kept =
        ana.post(
            "/api/v1/cases/" + other.caseId() + "/not-to",
            "{\"notTo\": [\"person:person-marko\"]}");
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);

    assertThat(marko.get(one.path()).body()).isEqualTo(alone.body());
  }
}
