package org.homeward.intake.cases.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.news.TrialNews.NOW;
import static org.homeward.intake.cases.news.TrialNews.after;
import static org.homeward.intake.cases.news.TrialNews.brought;
import static org.homeward.intake.cases.news.TrialNews.calm;
import static org.homeward.intake.cases.news.TrialNews.decided;
import static org.homeward.intake.cases.news.TrialNews.held;
import static org.homeward.intake.cases.news.TrialNews.news;
import static org.homeward.intake.cases.news.TrialNews.why;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.TrialCases;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What its owner may change of a case here, and what it may not. */
class ForeignCaseTest {

  @Test
  @Proves(12)
  void aNewerSnapshotNeverTouchesTheReleaseOfAForeignReport() {
    var first = RandomNews.content("first", false);
    Case held = brought(news(1, held(HandoverStatus.RELEASED, first).snapshot()));
    assertThat(held.reports().getFirst().report().isHeld()).isTrue();
    var byPhone = new PoliceRelease.ByPhone("desk", NOW, "K 1", null);
    Case told = TrialCases.released(held, byPhone);
    var second = RandomNews.content("second", false);
    Case later = after(told, news(2, held(HandoverStatus.RELEASED, second).snapshot()));
    Report report = later.reports().getFirst().report();
    assertThat(report.policeRelease()).isEqualTo(byPhone);
    assertThat(report.says()).isEqualTo(second.facts());
  }

  @Test
  @Proves(5)
  void whateverItsOwnerSaysTheLastSupervisorAndOfficerHereSeeTheCase() {
    var content = RandomNews.content("x", false);
    var hostile =
        new HandedCase(
            content.scope(),
            content.children(),
            content.facts(),
            1,
            false,
            Set.of("person:jelena", "person:milica", "person:vera", "person:ana"));
    var told = news(1, held(HandoverStatus.RELEASED, hostile).snapshot());
    for (Optional<KeptCase> before :
        List.of(Optional.<KeptCase>empty(), after(Optional.empty(), List.of(calm(2))))) {
      Case held = (Case) after(before, List.of(news(3, told.snapshot()))).orElseThrow();
      assertThat(held.notTo()).containsExactlyInAnyOrder("person:milica", "person:ana");
    }
  }

  @Test
  @Proves(5)
  void whoeverIsLeftHereSeesTheCaseThatItsOwnerKeepsFromAllOthers() {
    Case kept = brought(calm(2));
    kept = kept.with(kept.rulings().keepingFrom(Set.of("person:milica")));
    Set<String> others = Set.of("person:jelena", "person:vera");
    Case held = after(kept, keptFrom(others));
    assertThat(held.notTo()).containsExactly("person:milica");
  }

  @Test
  @Proves({5, 6})
  void anOwnerWhoFillsTheListIsRefused() {
    Set<String> many = new TreeSet<>();
    for (int i = 0; i <= KeptCase.MOST_KEPT_FROM; i++) many.add("person:p" + i);
    assertThat(why(decided(Optional.empty(), keptFrom(many))))
        .isEqualTo(NewsFollowed.TOO_MANY_KEPT_FROM);
    many.remove("person:p0");
    assertThat(after(Optional.empty(), List.of(keptFrom(many)))).isPresent();
  }

  private static News keptFrom(Set<String> notTo) {
    var content = RandomNews.content("x", false);
    var told =
        new HandedCase(content.scope(), content.children(), content.facts(), 1, false, notTo);
    return news(4, held(HandoverStatus.RELEASED, told).snapshot());
  }

  @Test
  void anEndOfAForeignCaseIsNeverTakenBack() {
    var ended = held(HandoverStatus.ENDED, RandomNews.content("x", true)).snapshot();
    Case now = brought(news(1, ended), calm(2));
    assertThat(now.children().values())
        .allMatch(child -> child.status().status() == ChildState.ENDED);
    assertThat(new TreeSet<>(now.children().keySet())).containsExactly("c1", "c2");
  }

  @Test
  void aRecallThatComesBeforeItsReleaseLeavesTheSameTombstone() {
    var recalled = held(HandoverStatus.RECALLED, null).recalled(RecallReason.MISTAKE);
    News recall = news(2, recalled.snapshot());
    var early = after(Optional.empty(), List.of(recall, calm(1)));
    assertThat(early).isEqualTo(after(Optional.empty(), List.of(calm(1), recall)));
    assertThat(early.orElseThrow()).isInstanceOf(ErasedCase.class);
  }
}
