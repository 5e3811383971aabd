package org.homeward.trials.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Http;
import org.homeward.local.client.Reports;
import org.homeward.local.node.NodePlan;
import org.homeward.trials.story.witness.PlantedWords;
import org.homeward.trials.topics.Topics;

/** No other place contains the confidential words. */
final class Secrets {
  private static final List<String> MEASURED = List.of("intake", "alert", "bridge", "gateway");

  private final Episode episode;
  private final Alerted alerted;
  private final Hotline abroad;
  private final List<NodePlan> nodes;

  Secrets(Episode episode, Alerted alerted, Handed handed) {
    this.episode = episode;
    this.alerted = alerted;
    this.abroad = handed.abroad();
    this.nodes = List.of(episode.hotline().node(), handed.abroad().node());
  }

  void play(Timeline timeline) {
    timeline.chapter("What stays inside");
    timeline.play("the boy's name, ivana's address and the desk's key are in no log", this::logs);
    timeline.play("… in no metric and no health", this::metrics);
    timeline.play("… in no refusal", this::problems);
    timeline.play("… in no topic's name, no record's key and no header", this::topics);
  }

  private String logs() {
    List<String> found = new ArrayList<>();
    nodes.forEach(node -> found.addAll(planted().inFiles(node.logs())));
    return nothing(found);
  }

  private String metrics() {
    List<String> found = new ArrayList<>();
    for (NodePlan node : nodes) {
      for (String process : MEASURED) {
        found.addAll(planted().inText("the metrics of " + process, metricsOf(node, process)));
        found.addAll(planted().inText("the health of " + process, healthOf(node, process)));
      }
    }
    return nothing(found);
  }

  private String metricsOf(NodePlan node, String process) {
    URI page = node.management(process).resolve("/actuator/prometheus");
    Answer metrics = Expect.status(200, episode.hotline().http().send(Http.to(page).build()));
    Expect.that("metrics of " + process, metrics.body().contains("# TYPE"));
    return metrics.body();
  }

  /** Reads health as an administrator, because others get only up or down. */
  private String healthOf(NodePlan node, String process) {
    Hotline of = node.name().equals("rs") ? episode.hotline() : abroad;
    String token = of.tokens().of(of == abroad ? "yannis" : "nikola");
    URI page = node.management(process).resolve("/actuator/health");
    var asked = Http.to(page).header("Authorization", "Bearer " + token).build();
    Answer health = episode.hotline().http().send(asked);
    Expect.that("details of " + process, health.body().contains("components"));
    return health.body();
  }

  private String problems() {
    List<String> bodies = episode.hotline().http().problems();
    Expect.that("some refusals", bodies.size() >= 5);
    return nothing(planted().inText("a problem's body", String.join("\n", bodies)));
  }

  private String topics() {
    List<String> found = new ArrayList<>();
    for (NodePlan node : nodes) {
      try (var topics = new Topics(node.broker())) {
        for (String topic : topics.names()) {
          found.addAll(planted().inText("a topic's name", topic));
          found.addAll(
              planted().inText("the keys of " + topic, String.join("\n", topics.keys(topic))));
          found.addAll(
              planted()
                  .inText("the headers of " + topic, String.join("\n", topics.headers(topic))));
        }
      }
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
            alerted.ivana.address(),
            episode.police.login().key()));
  }

  private static String nothing(List<String> found) {
    Expect.equal("findings", List.of(), found);
    return "";
  }
}
