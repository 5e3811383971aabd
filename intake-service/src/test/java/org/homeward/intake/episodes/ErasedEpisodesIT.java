package org.homeward.intake.episodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.episodes.TrialChildren.KEPT_FROM_MARKO;
import static org.homeward.intake.episodes.TrialChildren.episodes;
import static org.homeward.intake.episodes.TrialChildren.linked;
import static org.homeward.intake.episodes.TrialChildren.undone;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.episodes.TrialChildren.At;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Links of cases that are erased, and what a restore does with them, over HTTP. */
class ErasedEpisodesIT {

  private final TrialIntake intake = TrialIntake.get();
  private final TrialChildren children = new TrialChildren(intake);
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  /** Otherwise erasing a case tells those from whom it was kept that there was one. */
  @Test
  @Proves({6, 7})
  void anErasedEpisodeIsStillKeptFromThoseWhoCouldNotSeeIt() {
    At first = children.opened("Tara", "");
    At middle = children.opened("Tara", KEPT_FROM_MARKO);
    At last = children.opened("Tara", "");
    linked(ana, first, middle);
    linked(ana, middle, last);

    erased(middle);

    await()
        .untilAsserted(
            () -> assertThat(episodes(ana, first)).containsExactly(last.caseId(), first.caseId()));
    assertThat(episodes(marko, first)).containsExactly(first.caseId());
    assertThat(marko.get(first.path()).json().path("links")).isEmpty();
    String carried = ana.get(first.path()).json().at("/links/0/link").asString();
    String undo = "/undo";
    assertThat(
            marko
                .post(
                    first.path() + "/links/" + carried + undo,
                    "{\"reason\": \"MISTAKE\"}",
                    "If-Match: *")
                .status())
        .isEqualTo(404);

    Answer his = marko.post(first.path() + "/links", last.body());

    assertThat(his.status()).as(his.text()).isEqualTo(200);
    assertThat(his.header("ETag")).as("as where nobody has linked them").contains("\"1\"");
    assertThat(marko.get(first.path()).json().at("/links/0/turns")).hasSize(1);
  }

  @Test
  @Proves({7, 8})
  void anErasedEpisodeLeavesTheChildAndNothingThatNamesIt() {
    At first = children.opened("Tara", "");
    At middle = children.opened("Tara", "");
    At last = children.opened("Tara", "");
    linked(ana, first, middle);
    linked(ana, middle, last);

    erased(middle);

    await()
        .untilAsserted(
            () -> assertThat(episodes(ana, first)).containsExactly(last.caseId(), first.caseId()));
    JsonNode left = ana.get(first.path()).json().at("/links/0/turns/0");
    assertThat(left.path("reason").asString()).isEqualTo("EPISODE_ERASED");
    await().untilAsserted(() -> assertThat(stored()).doesNotContain(middle.caseId()));
    assertThat(stored()).doesNotContain(middle.child()).contains(first.child());
    assertThat(ana.get(middle.path()).status()).isEqualTo(410);
    assertThat(ana.post(first.path() + "/links", middle.body()).status()).isEqualTo(410);
  }

  private void erased(At which) {
    String path = "/api/v1/cases/" + which.caseId() + "/erase";
    intake.jelena().post(path, "{\"reason\": \"SUBJECT_REQUEST\"}");
    Answer erased = intake.vera().post(path, "{\"reason\": \"SUBJECT_REQUEST\"}");
    assertThat(erased.text()).contains("ERASED");
  }

  /** As when two people press at the same time. */
  @Test
  @Proves(7)
  @SuppressWarnings("unchecked")
  void aLinkThatWasBeingMadeWhenACaseWasErasedGoesToo() {
    At kept = children.opened("Rina", "");
    At gone = children.opened("Rina", "");
    erased(gone);
    Link late =
        Link.first(
            Pair.of(
                new EpisodeOf(kept.caseId(), kept.child()),
                new EpisodeOf(gone.caseId(), gone.child())),
            false,
            new Link.Turn(Link.Said.LINKED, LinkReason.COMPARED, "person-ana", Instant.EPOCH));
    String id = UUID.randomUUID().toString();
    WriteOutcome<KeptLink, Boolean> _ =
        ((Aggregate<KeptLink>) intake.bean("links", Aggregate.class))
            .documents()
            .create(
                id,
                Edit.<KeptLink>of(late, "person-ana").withDues(Map.of("settle", Instant.EPOCH)),
                new Command(id, id),
                true);
    assertThat(stored()).contains(id);

    await().untilAsserted(() -> assertThat(stored()).doesNotContain(gone.caseId(), kept.child()));
  }

  /** With its history. */
  private String stored() {
    var all = new StringBuilder();
    for (String collection : List.of("links", "link-history")) {
      for (Document each : intake.bean(MongoDatabase.class).getCollection(collection).find()) {
        all.append(each.toJson());
      }
    }
    return all.toString();
  }

  /** As if the copy were older than the line. */
  private static EndsLine line(String subject, String what) {
    return new EndsLine(Instant.EPOCH, subject, Long.MAX_VALUE, what, Map.of());
  }

  @Test
  @Proves(7)
  void whatWasUndoneBeforeARestoreIsUndoneAgain() {
    At one = children.opened("Ines", "");
    At other = children.opened("Ines", "");
    String link = linked(ana, one, other);
    var replay = intake.bean(Replay.class);

    assertThat(replay.replay(line("link/" + link, "undone"))).isEqualTo(Replay.Replayed.DONE);
    assertThat(replay.replay(line("link/" + link, "undone"))).isEqualTo(Replay.Replayed.KNOWN);

    assertThat(episodes(ana, one)).containsExactly(one.caseId());
    assertThat(linked(ana, one, other)).as("people may say it once more").isEqualTo(link);
  }

  /** It also knows who linked them again. */
  @Test
  void aCopyAsNewAsTheLineKeepsTheLink() {
    At one = children.opened("Ines", "");
    At other = children.opened("Ines", "");
    String link = linked(ana, one, other);
    var restored = new UndoLinkAgain(intake.bean(ChangeLink.class), new Incarnation(1));

    var undone = new EndsLine(Instant.EPOCH, "link/" + link, 1, "undone", Map.of());

    assertThat(restored.replay(undone)).isEqualTo(Replay.Replayed.KNOWN);
    assertThat(episodes(ana, one)).hasSize(2);
    assertThat(restored.replay(line("link/" + link, "undone"))).isEqualTo(Replay.Replayed.DONE);
  }

  @Test
  @Proves(7)
  void anUndoneLinkHasItsLineForARestore() {
    At one = children.opened("Ilda", "");
    At other = children.opened("Ilda", "");
    String link = linked(ana, one, other);

    undone(ana, one, link);

    await().untilAsserted(() -> assertThat(endsLog()).contains("link/" + link));
  }

  private List<String> endsLog() {
    return intake.bean(EndsLog.class).read().lines().stream().map(EndsLine::subject).toList();
  }

  @Test
  @Proves({7, 8})
  @SuppressWarnings("unchecked")
  void aRestoreErasesTheLinksOfAnErasedCaseThatTheCopyDoesNotHave() {
    At kept = children.opened("Rada", "");
    var missing = new EpisodeOf(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    Link left =
        Link.first(
            Pair.of(new EpisodeOf(kept.caseId(), kept.child()), missing),
            false,
            new Link.Turn(Link.Said.LINKED, LinkReason.COMPARED, "person-ana", Instant.EPOCH));
    String id = UUID.randomUUID().toString();
    WriteOutcome<KeptLink, Boolean> _ =
        ((Aggregate<KeptLink>) intake.bean("links", Aggregate.class))
            .documents()
            .create(id, Edit.<KeptLink>of(left, "person-ana"), new Command(id, id), true);
    var erased =
        new EndsLine(
            Instant.EPOCH, "case/" + missing.caseId(), 3, "erase", Map.of("reason", "COURT_ORDER"));

    assertThat(intake.bean(Replay.class).replay(erased)).isEqualTo(Replay.Replayed.MISSING);

    await()
        .untilAsserted(
            () -> assertThat(stored()).doesNotContain(missing.caseId(), missing.child()));
  }
}
