package org.homeward.intake.episodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.episodes.LinkDecision.Refusal;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class LinkDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");

  private static final EpisodeOf SPRING = new EpisodeOf("case-1", "child-a");
  private static final EpisodeOf SUMMER = new EpisodeOf("case-2", "child-b");
  private static final EpisodeOf AUTUMN = new EpisodeOf("case-3", "child-c");
  private static final EpisodeOf BROTHER_IN_SPRING = new EpisodeOf("case-1", "child-z");

  private static Link.Turn turn(Link.Said said, String by) {
    return new Link.Turn(said, LinkReason.COMPARED, by, NOW);
  }

  private static Link first(EpisodeOf one, EpisodeOf other) {
    return Link.first(Pair.of(one, other), false, turn(Link.Said.LINKED, "p-1"));
  }

  private static Episodes alone(EpisodeOf only) {
    return new Episodes(only, Set.of(only), List.of());
  }

  private static Episodes of(EpisodeOf... all) {
    return new Episodes(all[0], Set.of(all), List.of());
  }

  @Test
  void whoeverLinksTwoInWhicheverOrderMakesOneLink() {
    assertThat(first(SPRING, SUMMER)).isEqualTo(first(SUMMER, SPRING));
    assertThat(Pair.of(SPRING, SUMMER).text()).isEqualTo(Pair.of(SUMMER, SPRING).text());
  }

  @Test
  void twoAreLinkedToldApartAndLinkedAgain() {
    Link link = first(SPRING, SUMMER);
    assertThat(LinkDecisions.link(Optional.empty(), link, alone(SPRING), alone(SUMMER)))
        .isEqualTo(new LinkDecision.Changed(link));

    var apart = LinkDecisions.unlink(link, turn(Link.Said.UNLINKED, "p-2"));
    Link parted = (Link) ((LinkDecision.Changed) apart).next();
    assertThat(parted.isLinked()).isFalse();

    var again =
        LinkDecisions.link(
            Optional.of(parted), first(SPRING, SUMMER), alone(SPRING), alone(SUMMER));
    Link linked = (Link) ((LinkDecision.Changed) again).next();
    assertThat(linked.isLinked()).isTrue();
    assertThat(linked.turns()).extracting(Link.Turn::by).containsExactly("p-1", "p-2", "p-1");
  }

  @Test
  @Proves(2)
  void sayingItOnceMoreChangesNothing() {
    Link link = first(SPRING, SUMMER);
    Link parted = link.saying(turn(Link.Said.UNLINKED, "p-2"));

    assertThat(LinkDecisions.link(Optional.of(link), link, of(SPRING, SUMMER), of(SPRING, SUMMER)))
        .isEqualTo(new LinkDecision.Unchanged());
    assertThat(LinkDecisions.unlink(parted, turn(Link.Said.UNLINKED, "p-3")))
        .isEqualTo(new LinkDecision.Unchanged());
  }

  @Test
  void eachLinkJoinsWhatWasApart() {
    var decided =
        LinkDecisions.link(
            Optional.empty(),
            first(SPRING, AUTUMN),
            of(SPRING, SUMMER, AUTUMN),
            of(AUTUMN, SUMMER, SPRING));

    assertThat(decided).isEqualTo(new LinkDecision.Refused(Refusal.ONE_CHILD_ALREADY));
  }

  @Test
  void aChildIsNotHerOwnSister() {
    var decided =
        LinkDecisions.link(
            Optional.empty(),
            first(SUMMER, BROTHER_IN_SPRING),
            of(SUMMER, SPRING),
            alone(BROTHER_IN_SPRING));

    assertThat(decided).isEqualTo(new LinkDecision.Refused(Refusal.SIBLINGS_WOULD_BE_ONE));
    assertThat(Pair.isPossible(SPRING, BROTHER_IN_SPRING)).isFalse();
    assertThat(Pair.isPossible(SPRING, SPRING)).isFalse();
  }

  @Test
  @Proves(7)
  void anErasedLinkDoesNotComeBack() {
    assertThat(
            LinkDecisions.link(
                Optional.of(GoneLink.ERASED), first(SPRING, SUMMER), alone(SPRING), alone(SUMMER)))
        .isEqualTo(new LinkDecision.Refused(Refusal.CASE_ERASED));
    assertThat(LinkDecisions.unlink(GoneLink.ERASED, turn(Link.Said.UNLINKED, "p-2")))
        .isEqualTo(new LinkDecision.Refused(Refusal.CASE_ERASED));
  }

  @Test
  void aLinkThatIsTurnedOftenKeepsTheNewestWords() {
    Link link = first(SPRING, SUMMER);
    for (int i = 0; i < 30; i++) {
      link = link.saying(turn(i % 2 == 0 ? Link.Said.UNLINKED : Link.Said.LINKED, "p-" + i));
    }

    assertThat(link.turns()).hasSize(20);
    assertThat(link.newest().by()).isEqualTo("p-29");
  }

  @Test
  void everyRefusalIsListed() throws IOException {
    ProblemList.assertListed(List.of(EpisodeProblem.values()));
  }
}
