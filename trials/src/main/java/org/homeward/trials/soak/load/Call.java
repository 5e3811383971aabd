package org.homeward.trials.soak.load;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.load.RepeatingSender.Repeatable;

/** One report of one caller: filed, perhaps released, looked at, ended or erased. */
final class Call implements Runnable {
  /** The step that follows a filed report. */
  enum Fate {
    HELD,
    RELEASED,
    LOOKED_AT,
    FROZEN_AND_LIFTED,
    KEPT_FROM_ONE,
    ENDED,
    ERASED
  }

  static final String FOUND =
      """
      {"outcome": "FOUND_SAFE", "verifiedBy": "POLICE_REFERENCE", "reference": "KU-1/26"}
      """;
  private static final String BY_MISTAKEN_WORD =
      "{\"freeze\": 1, \"reason\": \"it was another child\"}";
  private static final String BY_MISTAKE = "{\"reason\": \"OPENED_BY_MISTAKE\"}";

  private final Team team;
  private final RepeatingSender sender;
  private final DeskLogin desk;
  private final String plate;
  private final Fate fate;
  private final boolean exercise;
  private final boolean twice;
  private final Optional<Evidence> evidence;
  private volatile String caseId = "";
  private volatile String child = "";
  private volatile boolean released;

  /**
   * @param plate marks the report, so that the checker finds it everywhere
   * @param twice repeats successful requests once
   * @param shows whether there are a photo and a tip
   */
  Call(
      Team team,
      History history,
      DeskLogin desk,
      String plate,
      Fate fate,
      boolean exercise,
      boolean twice,
      boolean shows) {
    this.team = team;
    this.sender = new RepeatingSender(history, team.hotline().node().name(), plate);
    this.evidence =
        shows ? Optional.of(new Evidence(team, sender, plate, exercise)) : Optional.empty();
    this.desk = desk;
    this.plate = plate;
    this.fate = fate;
    this.exercise = exercise;
    this.twice = twice;
  }

  /**
   * The people of a node.
   *
   * @param relative login of a supervisor from whom cases are kept; {@code relativesId} names the
   *     person
   */
  record Team(
      Hotline hotline,
      String operator,
      String supervisor,
      String authority,
      String partnerDesk,
      String dpo,
      String relative,
      String relativesId,
      String confidant) {

    static Team of(Hotline hotline) {
      return hotline.node().name().equals("gr")
          ? new Team(
              hotline,
              "maria",
              "nikos",
              "katerina",
              "eleni",
              "sofia",
              "despina",
              "p-2009",
              "christina")
          : new Team(
              hotline, "ana", "jelena", "petar", "gordana", "vera", "milan", "p-1010", "mina");
    }

    HotlineClient operating() {
      return hotline.as(operator);
    }
  }

  @Override
  public void run() {
    file();
    if (!caseId.isEmpty()) {
      evidence.ifPresent(
          given -> {
            given.photo(caseId, child, twice);
            given.tip(caseId, twice);
          });
    }
    if (fate != Fate.HELD && !caseId.isEmpty()) {
      release();
    }
    if (released) {
      switch (fate) {
        case HELD, RELEASED -> {}
        case LOOKED_AT -> look();
        case FROZEN_AND_LIFTED -> freezeAndLift();
        case KEPT_FROM_ONE -> keepFromOne();
        case ENDED -> {
          end();
          offerInterview();
        }
        case ERASED -> eraseMeanwhile();
      }
    }
  }

  RepeatingSender sender() {
    return sender;
  }

  String plate() {
    return plate;
  }

  /** Empty until it is known. */
  String caseId() {
    return caseId;
  }

  boolean isReleased() {
    return released;
  }

  private volatile String report = "";
  private volatile String etag = "";

  private void file() {
    String body = SoakReports.report(plate, exercise);
    Answer opened =
        sender.send(
            new Repeatable(Kind.FILE, team.operator(), key -> team.operating().open(body, key))
                .giving(answer -> idOf(answer.header("Location"))),
            twice);
    if (opened.isSuccess()) {
      child = opened.json().path("children").path(0).asString("");
      report = opened.text("report");
      etag = opened.etag();
      caseId = opened.text("case");
    }
  }

  private void release() {
    released =
        sender
            .send(
                new Repeatable(
                    Kind.RELEASE,
                    team.operator(),
                    key -> team.operating().release(caseId, report, desk.id(), etag, key)),
                twice)
            .isSuccess();
  }

  private void look() {
    sender.send(
        new Repeatable(Kind.LOOK, team.operator(), _ -> team.operating().read(caseId))
            .giving(_ -> caseId));
  }

  private void freezeAndLift() {
    String path = "/api/v1/cases/" + caseId + "/freeze/lift";
    HotlineClient supervisor = team.hotline().as(team.supervisor());
    HotlineClient authority = team.hotline().as(team.authority());
    sender.send(
        new Repeatable(
            Kind.LIFT,
            team.authority(),
            key -> {
              Answer frozen = team.operating().freeze(caseId, key);
              Answer first =
                  frozen.isSuccess() ? supervisor.post(path, BY_MISTAKEN_WORD, key, "") : frozen;
              Answer second =
                  first.isSuccess() ? authority.post(path, BY_MISTAKEN_WORD, key, "") : first;
              // A stop, of the whole node too, may have made the first word void in between.
              return second.text("standing").equals("FROZEN")
                  ? supervisor.post(path, BY_MISTAKEN_WORD, HotlineClient.newKey(), "")
                  : second;
            }),
        twice);
  }

  /** A supervisor keeps the case from a colleague, who asks for it at once. */
  void keepFromOne() {
    String path = "/api/v1/cases/" + caseId;
    String relative = "{\"notTo\": [\"person:" + team.relativesId() + "\"]}";
    HotlineClient supervisor = team.hotline().as(team.supervisor());
    HotlineClient excluded = team.hotline().as(team.relative());
    sender.send(
        new Repeatable(
                Kind.EXCLUDE,
                team.supervisor(),
                key -> supervisor.post(path + "/not-to", relative, key, ""))
            .giving(_ -> caseId),
        twice);
    sender.send(
        new Repeatable(Kind.EXCLUDED_LOOK, team.relative(), _ -> excluded.read(caseId))
            .giving(_ -> caseId));
  }

  void end() {
    HotlineClient supervisor = team.hotline().as(team.supervisor());
    sender.send(
        new Repeatable(
            Kind.END, team.supervisor(), key -> supervisor.end(caseId, child, FOUND, key)),
        twice);
  }

  private void offerInterview() {
    String path = "/api/v1/cases/" + caseId + "/children/" + child + "/interviews";
    String by = "{\"office\": \"PSYCHOLOGIST\", \"name\": \"M. of the clinic\"}";
    HotlineClient supervisor = team.hotline().as(team.supervisor());
    sender.send(
        new Repeatable(Kind.INTERVIEW, team.supervisor(), key -> supervisor.post(path, by, key, ""))
            .giving(answer -> answer.text("interview")),
        twice);
  }

  /** Another photo is on its way while the case is erased. */
  private void eraseMeanwhile() {
    var more =
        CompletableFuture.runAsync(
            () -> evidence.ifPresent(given -> given.photo(caseId, child, false)),
            wish -> Thread.ofVirtual().start(wish));
    erase();
    more.join();
  }

  void erase() {
    String path = "/api/v1/cases/" + caseId + "/erase";
    HotlineClient supervisor = team.hotline().as(team.supervisor());
    HotlineClient dpo = team.hotline().as(team.dpo());
    sender.send(
        new Repeatable(
            Kind.ERASE,
            team.dpo(),
            key -> {
              // A copy that was restored between the two words knows of neither.
              Answer first = supervisor.post(path, BY_MISTAKE, key, "");
              return first.isSuccess() ? dpo.post(path, BY_MISTAKE, key, "") : first;
            }),
        twice);
  }

  /** Another service answers that its copy of the case is behind. */
  static boolean isNotKnownYet(Answer answer) {
    String type = answer.text("type");
    return answer.status() == 404
        || type.endsWith("no-released-report")
        || type.endsWith("cases-behind");
  }

  private static String idOf(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
