package org.homeward.local.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Http;
import org.homeward.local.client.Reports;
import org.homeward.local.node.NodePlan;
import org.homeward.local.topics.Topics;

/** What was said in confidence stands nowhere that somebody else looks at. */
final class Secrets {
  private static final List<String> MEASURED = List.of("intake", "alert", "gateway");

  private final Episode episode;
  private final NodePlan node;

  Secrets(Episode episode) {
    this.episode = episode;
    this.node = episode.hotline().node();
  }

  void play(Timeline timeline) {
    timeline.chapter("What stays inside");
    timeline.play("the boy's name and the desk's key are in no log", this::logs);
    timeline.play("… in no metric", this::metrics);
    timeline.play("… in no refusal", this::problems);
    timeline.play("… in no topic's name and no record's key", this::topics);
  }

  private String logs() {
    return nothing(planted().inFiles(node.logs()));
  }

  private String metrics() {
    List<String> found = new ArrayList<>();
    for (String process : MEASURED) {
      URI page =
          URI.create("http://127.0.0.1:" + node.process(process).port() + "/actuator/prometheus");
      Answer metrics = Expect.status(200, episode.hotline().http().send(Http.to(page).build()));
      Expect.that("metrics of " + process, metrics.body().contains("# TYPE"));
      found.addAll(planted().inText("the metrics of " + process, metrics.body()));
    }
    return nothing(found);
  }

  private String problems() {
    List<String> bodies = episode.hotline().http().problems();
    Expect.that("some refusals", bodies.size() >= 5);
    return nothing(planted().inText("a problem's body", String.join("\n", bodies)));
  }

  private String topics() {
    List<String> found = new ArrayList<>();
    try (var topics = new Topics(node.broker())) {
      for (String topic : topics.names()) {
        found.addAll(planted().inText("a topic's name", topic));
        found.addAll(
            planted().inText("the keys of " + topic, String.join("\n", topics.keys(topic))));
      }
      Expect.that(
          "records of the case", topics.keys(node.name() + ".cases").contains(episode.caseId()));
    }
    return nothing(found);
  }

  private PlantedWords planted() {
    return new PlantedWords(
        List.of(
            Reports.NAME,
            "Кестенаревић",
            Reports.LATIN_NAME,
            "Kestenarević",
            Reports.CHILD_WORDS,
            episode.desk().key()));
  }

  private static String nothing(List<String> found) {
    Expect.equal("findings", List.of(), found);
    return "";
  }
}
