package org.homeward.intake.episodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.episodes.TrialChildren.cases;
import static org.homeward.intake.episodes.TrialChildren.episodes;
import static org.homeward.intake.episodes.TrialChildren.linked;
import static org.homeward.intake.episodes.TrialChildren.undo;
import static org.homeward.intake.episodes.TrialChildren.undone;

import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.episodes.TrialChildren.At;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A child over several cases, over HTTP. */
class EpisodesIT {

  private final TrialIntake intake = TrialIntake.get();
  private final TrialChildren children = new TrialChildren(intake);
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  @Test
  void threeEarlierEpisodesAreOneChildTheNewestFirst() {
    At first = children.opened("Nađa", "");
    At second = children.opened("Nađa", "");
    At third = children.opened("Nađa", "");
    linked(ana, second, first);
    linked(ana, third, second);

    assertThat(episodes(marko, first))
        .containsExactly(third.caseId(), second.caseId(), first.caseId());
    JsonNode newest = marko.get(second.path()).json().at("/episodes/0");
    assertThat(newest.path("category").asString()).isEqualTo("RUNAWAY");
    assertThat(newest.path("status").asString()).isEqualTo("MISSING");
    assertThat(newest.at("/names/0").asString()).isEqualTo("Nađa " + children.tag());
  }

  @Test
  void whatWasLinkedByMistakeIsUndoneAndWhoSaidWhatStays() {
    At one = children.opened("Ena", "");
    At other = children.opened("Ena", "");
    String link = linked(ana, one, other);

    JsonNode after = undone(marko, other, link);

    assertThat(after.path("linked").asBoolean()).isFalse();
    assertThat(after.at("/turns/0/by").asString()).isEqualTo("person-ana");
    assertThat(after.at("/turns/1/by").asString()).isEqualTo("person-marko");
    assertThat(after.at("/turns/1/reason").asString()).isEqualTo("MISTAKE");
    assertThat(episodes(ana, one)).containsExactly(one.caseId());

    assertThat(linked(marko, one, other)).isEqualTo(link);
    assertThat(episodes(ana, one)).containsExactly(other.caseId(), one.caseId());
  }

  @Test
  void aMergeOfTwoChildrenIsTakenBackByTheLinkThatMadeIt() {
    At a = children.opened("Iva", "");
    At b = children.opened("Iva", "");
    At c = children.opened("Iva", "");
    At d = children.opened("Iva", "");
    linked(ana, a, b);
    linked(ana, c, d);
    String merge = linked(ana, a, d);
    assertThat(episodes(ana, c)).hasSize(4);
    assertThat(ana.post(b.path() + "/links", c.body()).text()).contains("one-child-already");

    undone(ana, a, merge);

    assertThat(episodes(ana, a)).containsExactlyInAnyOrder(a.caseId(), b.caseId());
    assertThat(episodes(ana, c)).containsExactlyInAnyOrder(c.caseId(), d.caseId());
  }

  @Test
  void siblingsAreThoseOfTheSameCasesAndALinkedOneComesOnce() {
    At spring =
        children.opened(children.child("Lena", "") + ", " + children.child("Luka", ""), "", false);
    At summer =
        children.opened(children.child("Lena", "") + ", " + children.child("Luka", ""), "", false);
    linked(ana, spring, summer);

    assertThat(ana.get(spring.path()).json().path("siblings")).hasSize(2);
    Answer brother =
        ana.post(
            spring.sister() + "/links", new At(summer.caseId(), summer.sibling(), "", "").body());
    assertThat(brother.status()).isEqualTo(200);

    JsonNode siblings = ana.get(summer.path()).json().path("siblings");
    assertThat(siblings).hasSize(1);
    assertThat(cases(siblings.at("/0/episodes"))).containsExactly(summer.caseId(), spring.caseId());
  }

  @Test
  void twoOfOneCaseAreNeverOneChild() {
    At pair =
        children.opened(
            children.child("Dunja", "") + ", " + children.child("Danica", ""), "", false);
    At other = children.opened("Dunja", "");
    linked(ana, pair, other);

    Answer sister = ana.post(pair.sister() + "/links", other.body());
    assertThat(sister.status()).isEqualTo(409);
    assertThat(sister.text()).contains("siblings-would-be-one");
    Answer same =
        ana.post(pair.path() + "/links", new At(pair.caseId(), pair.sibling(), "", "").body());
    assertThat(same.status()).isEqualTo(422);
    assertThat(same.text()).contains("same-case");
  }

  @Test
  @Proves(9)
  void aRealChildIsNoneOfAnExercise() {
    At real = children.opened("Rea", "");
    At exercise = children.opened(children.child("Rea", ""), "", true);

    Answer answer = ana.post(real.path() + "/links", exercise.body());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("exercise-and-real");
  }

  @Test
  void whoeverHasAnOldPageIsToldSo() {
    At one = children.opened("Eva", "");
    At other = children.opened("Eva", "");
    String link = linked(ana, one, other);
    undone(ana, one, link);
    linked(ana, one, other);

    Answer stale = ana.post(undo(one, link), "{\"reason\": \"MISTAKE\"}", "If-Match: \"1\"");

    assertThat(stale.status()).isEqualTo(412);
    assertThat(ana.post(undo(one, link), "{\"reason\": \"MISTAKE\"}").status()).isEqualTo(428);
  }

  @Test
  @Proves(2)
  void twoPressesLinkOnce() {
    At one = children.opened("Zoe", "");
    At other = children.opened("Zoe", "");
    String key = UUID.randomUUID().toString();

    Answer first = ana.repeat(one.path() + "/links", other.body(), key);
    Answer again = ana.repeat(one.path() + "/links", other.body(), key);

    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(ana.get(one.path()).json().at("/links/0/turns")).hasSize(1);
  }

  @Test
  @Proves(8)
  void nothingOfALinkGoesOnATopic() {
    At one = children.opened("Nora", "");
    At other = children.opened("Nora", "");
    String link = linked(ana, one, other);
    ana.postNothing("/api/v1/cases/" + one.caseId() + "/freeze"); // a marker

    await()
        .untilAsserted(
            () ->
                assertThat(intake.all("rs.cases"))
                    .filteredOn(each -> one.caseId().equals(each.key()))
                    .hasSizeGreaterThan(1));
    assertThat(intake.all("rs.cases"))
        .filteredOn(each -> one.caseId().equals(each.key()))
        .allSatisfy(
            each ->
                assertThat(new String(each.value(), UTF_8)).doesNotContain(other.child(), link));
  }

  @Test
  @Proves(10)
  void readingAChildIsALookAtEachOfItsCases() {
    At one = children.opened("Lea", "");
    At other = children.opened("Lea", "");
    linked(ana, one, other);

    marko.get(one.path());

    assertThat(intake.vera().get("/api/v1/audit/intake?case=" + other.caseId()).text())
        .contains("person-marko");
  }
}
