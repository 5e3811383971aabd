package org.homeward.trials.story;

import java.util.ArrayList;
import java.util.List;
import org.homeward.local.client.Answer;
import org.homeward.local.node.NodePlan;
import org.homeward.trials.story.witness.OfflineProof;
import tools.jackson.databind.JsonNode;

/** The proofs that Novi Sad has afterwards, for the parents or a court. */
final class Proofs {
  private final Episode episode;
  private final Alerted alerted;
  private final Handed handed;
  private final Handed second;

  Proofs(Episode episode, Alerted alerted, Handed handed, Handed second) {
    this.episode = episode;
    this.alerted = alerted;
    this.handed = handed;
    this.second = second;
  }

  void play(Timeline timeline) {
    timeline.chapter("What can be shown afterwards");
    timeline.play("Athens' receipts are verified without asking anybody", this::receipts);
    timeline.play("a receipt with one character changed is refused", this::tampered);
    timeline.play("the KEPT receipt names fields, a basis and a date", this::kept);
    timeline.play("the register shows each disclosure that was made", this::register);
    timeline.play("the case's timeline shows the alert, the stop and the handover", this::timeline);
    timeline.play("jelena finds none of the three among the unreached", this::everybodyReached);
  }

  private String receipts() {
    NodePlan node = episode.hotline().node();
    for (Handed each : List.of(handed, second)) {
      Expect.that("a good receipt", OfflineProof.isGood(node, receipt(each)));
    }
    return "";
  }

  private String tampered() {
    NodePlan node = episode.hotline().node();
    for (String changed : OfflineProof.tampered(receipt(handed))) {
      Expect.that("a refusal", !OfflineProof.isGood(node, changed));
    }
    return "";
  }

  private String kept() {
    JsonNode kept = OfflineProof.statement(receipt(handed)).path("kept").path(0);
    Expect.that("fields", !kept.path("fields").isEmpty());
    Expect.that("a basis", !kept.path("basis").asString("").isEmpty());
    Expect.that("a date", !kept.path("until").asString("").isEmpty());
    return "(" + kept.path("fields").size() + " fields)";
  }

  private String register() {
    Answer answer = Expect.status(200, handed.gordana().disclosures(handed.id.get()));
    List<String> types = new ArrayList<>();
    for (JsonNode line : answer.json().path("disclosures")) {
      types.add(line.path("type").asString("") + line.path("scope").asString(""));
    }
    Expect.that("the minimum", types.contains("RELEASEMINIMUM"));
    Expect.that("the rest", types.stream().anyMatch(type -> type.endsWith("FULL")));
    Expect.that("no value", !answer.body().contains(episode.plate));
    return "(" + types.size() + " lines)";
  }

  private String timeline() {
    List<String> types = new ArrayList<>();
    for (JsonNode entry : episode.screen().json().path("timeline")) {
      types.add(entry.path("type").asString(""));
    }
    for (String wanted :
        List.of(
            "alert.issued.v1",
            "alert.ended.v1",
            "stop.set.v1",
            "stop.lifted.v1",
            "handover.offered.v1",
            "handover.accepted.v1",
            "handover.sighted.v1",
            "handover.receipted.v1")) {
      Expect.that(wanted, types.contains(wanted));
    }
    return "(" + types.size() + " entries)";
  }

  private String everybodyReached() {
    var unreached = alerted.as("jelena").mailboxes(alerted.alert.get(), "UNREACHED");
    alerted
        .volunteers()
        .forEach(each -> Expect.that("reached", !unreached.contains(each.address())));
    return "";
  }

  private static String receipt(Handed handed) {
    return Expect.status(200, handed.gordana().receipt(handed.id.get())).body();
  }
}
