package org.homeward.trials.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Reports;
import org.homeward.local.node.NodePlan;
import org.homeward.trials.story.witness.PlantedWords;
import org.homeward.trials.topics.Records;
import org.homeward.trials.topics.Records.Entry;

/**
 * Checks what Athens still has of the boy: ids, states and dates, and what its police must keep.
 */
final class Remains {
  private static final Set<String> ERASURES =
      Set.of("case.erased.v1", "case.forgotten.v1", "erasure.done.v1", "handover.recalled.v1");

  private final Episode episode;
  private final Handed handed;
  private final NodePlan gr;
  private final Map<String, List<Entry>> read = new HashMap<>();

  Remains(Episode episode, Handed handed) {
    this.episode = episode;
    this.handed = handed;
    this.gr = handed.abroad().node();
  }

  void play(Timeline timeline) {
    timeline.chapter("What Athens still has");
    timeline.play("maria's lists show nothing of the boy", this::lists);
    timeline.play("nor does the feed of the Greek police", this::feed);
    timeline.play(
        "each topic's newest word about the case is a tombstone or a state", this::newest);
    timeline.play("from the erasure on, no topic has a word of him", this::fromThere);
    timeline.play("what was said while Athens was away never came there", this::late);
  }

  private String lists() {
    List<String> found = new ArrayList<>();
    for (String standing : new String[] {"OPEN", "FROZEN", "ENDED"}) {
      Answer list = handed.maria().get("/api/v1/cases?limit=200&standing=" + standing);
      found.addAll(planted().inText("the cases", Expect.status(200, list).body()));
      Expect.that("not in the list", !list.body().contains(handed.foreignCase.get()));
    }
    Answer list = Expect.status(200, handed.eleni().list("?limit=200"));
    found.addAll(planted().inText("the handovers", list.body()));
    return nothing(found);
  }

  private String feed() {
    var police = handed.greekPolice.reader();
    List<String> found = new ArrayList<>();
    found.addAll(planted().inText("the feed", handed.greekPolice.all().toString()));
    found.addAll(planted().inText("the Atom feed", police.atom().body()));
    return nothing(found);
  }

  private String newest() {
    List<String> found = new ArrayList<>();
    for (String topic : topics()) {
      var ofCase =
          records(topic).stream()
              .filter(entry -> entry.key().equals(handed.foreignCase.get()))
              .toList();
      Expect.that("records of the case in " + topic, !ofCase.isEmpty());
      found.addAll(planted().inText(topic, ofCase.getLast().value()));
    }
    return nothing(found);
  }

  private String fromThere() {
    List<String> found = new ArrayList<>();
    int erasures = 0;
    for (String topic : topics()) {
      List<Entry> entries = records(topic);
      Optional<Entry> erasure = entries.stream().filter(this::isErasure).findFirst();
      erasures += erasure.isPresent() ? 1 : 0;
      erasure.ifPresent(
          first ->
              entries.stream()
                  .filter(entry -> entry.place().equals(first.place()))
                  .filter(entry -> entry.offset() >= first.offset())
                  .forEach(entry -> found.addAll(planted().inText(topic, entry.value()))));
    }
    Expect.equal("topics with an erasure", topics().size(), erasures);
    return nothing(found);
  }

  private boolean isErasure(Entry entry) {
    return entry.key().equals(handed.foreignCase.get()) && ERASURES.contains(entry.type());
  }

  private String late() {
    var words = new PlantedWords(List.of(Away.LATE_MAKE));
    List<String> found = new ArrayList<>();
    for (String topic : topics()) {
      records(topic).forEach(entry -> found.addAll(words.inText(topic, entry.value())));
    }
    return nothing(found);
  }

  /** Reads the case once: it contains no facts any more. */
  private List<Entry> records(String topic) {
    return read.computeIfAbsent(topic, name -> Records.of(gr.broker(), name));
  }

  private List<String> topics() {
    return List.of(gr.name() + ".cases", gr.name() + ".handovers", gr.name() + ".alerts");
  }

  private PlantedWords planted() {
    return new PlantedWords(
        List.of(Reports.NAME, Reports.LATIN_NAME, Reports.CHILD_WORDS, "insulin", episode.plate));
  }

  private static String nothing(List<String> found) {
    Expect.equal("findings", List.of(), found);
    return "";
  }
}
