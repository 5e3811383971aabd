package org.homeward.local.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.local.journey.SharedNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The check after a kill round finds what it is there to find. */
@ExtendWith(SharedNodes.class)
class FindingsIT {

  @Test
  void namesWhatWasLostLeakedDoubledOrInvented(Hotline hotline) {
    DeskLogin desk = hotline.newDesk("findings", false);
    Answer held = open(hotline, "F-HELD");
    Answer again = open(hotline, "F-TWICE");
    open(hotline, "F-TWICE");
    open(hotline, "F-NOBODY");
    Answer released = open(hotline, "F-RELEASED");
    try (var watch = new FeedWatch(hotline.desk(desk))) {
      release(hotline, released, desk);
      assertThat(watch.await("F-RELEASED", Duration.ofSeconds(20))).isTrue();
    }
    var all =
        List.of(
            new Told("F-HELD", held.header("Location"), true, ""),
            new Told("F-RELEASED", released.header("Location"), false, ""),
            new Told("F-LOST", "", false, ""),
            new Told("F-TWICE", again.header("Location"), false, ""),
            new Told("F-TROUBLE", "", false, "filing was answered 409"));

    List<String> found = new Findings(hotline, hotline.desk(desk), "F-").of(all);

    assertThat(found)
        .contains(
            "F-HELD: 0 × feed item instead of 1",
            "F-RELEASED: 1 × feed item instead of 0",
            "F-LOST: 0 × case instead of 1",
            "F-TWICE: 2 × case instead of 1",
            "F-NOBODY: a case that nobody filed",
            "F-TROUBLE: filing was answered 409");
  }

  @Test
  void namesALocationThatShowsSomethingElse(Hotline hotline) {
    DeskLogin desk = hotline.newDesk("findings", false);
    String elsewhere = open(hotline, "F-OTHER").header("Location");

    List<String> found =
        new Findings(hotline, hotline.desk(desk), "F-")
            .ofLocations(List.of(new Told("F-MINE", elsewhere, false, "")));

    assertThat(found).containsExactly("F-MINE: its Location shows 200, not its one report");
  }

  private static Answer open(Hotline hotline, String plate) {
    return hotline.as("ana").open(Reports.marked(plate), HotlineClient.newKey());
  }

  private static void release(Hotline hotline, Answer opened, DeskLogin desk) {
    hotline
        .as("ana")
        .release(
            opened.text("case"),
            opened.text("report"),
            desk.id(),
            opened.etag(),
            HotlineClient.newKey());
  }
}
