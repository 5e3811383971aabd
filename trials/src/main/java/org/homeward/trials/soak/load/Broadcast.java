package org.homeward.trials.soak.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.node.Poll;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.load.Call.Team;
import org.homeward.trials.soak.load.RepeatingSender.Repeatable;

/**
 * One alert to all volunteers: drafted, approved, perhaps stopped in the middle, its case ended.
 */
final class Broadcast implements Runnable {
  private final Team team;
  private final Call call;
  private final String authority;
  private final boolean stops;
  private final Duration goesOn;
  private final Clock clock;
  private final RepeatingSender sender;
  private volatile String alert = "";
  private volatile String hash = "";

  /**
   * @param stops a person stops it before the case ends
   * @param goesOn from its approval until it ends
   */
  Broadcast(
      History history,
      Team team,
      Call call,
      String authority,
      boolean stops,
      Duration goesOn,
      Clock clock) {
    this.team = team;
    this.call = call;
    this.authority = authority;
    this.stops = stops;
    this.goesOn = goesOn;
    this.clock = clock;
    this.sender = new RepeatingSender(history, team.hotline().node().name(), call.plate());
  }

  @Override
  public void run() {
    call.run();
    if (!call.isReleased() || !draft()) {
      return;
    }
    if (approve()) {
      draftAnother();
      Poll.until(goesOn, goesOn, () -> false);
      if (stops) {
        stop();
      }
    }
    call.keepFromOne();
    call.end();
  }

  boolean draft() {
    sender.send(new Repeatable(Kind.CHECK_ORDERS, team.operator(), this::checkOrders), true);
    String body = order();
    Answer drafted =
        sender.send(
            new Repeatable(Kind.DRAFT, "jelena", key -> as("jelena").draft(body, key))
                .giving(answer -> answer.text("alert"))
                .unless(Call::isNotKnownYet),
            true);
    alert = drafted.text("alert");
    return drafted.isSuccess();
  }

  /** Nobody says that both shall go out, so it must be refused. */
  private void draftAnother() {
    String body = order();
    sender.send(
        new Repeatable(Kind.SECOND_ALERT, "jelena", key -> as("jelena").draft(body, key))
            .unless(Call::isNotKnownYet));
  }

  private String order() {
    Instant until = clock.instant().plus(Duration.ofHours(2));
    String words = "Call " + call.plate() + "- now.";
    return AlertDesk.volunteerAlert(call.caseId(), "RS", authority, words, until);
  }

  boolean approve() {
    sender.send(new Repeatable(Kind.OWN_APPROVAL, "jelena-2", key -> approve("jelena-2", key)));
    return sender
        .send(
            new Repeatable(Kind.APPROVE, "petar", key -> approve("petar", key))
                .giving(_ -> alert)
                .unless(this::isUnchecked),
            true)
        .isSuccess();
  }

  private Answer checkOrders(String key) {
    return team.operating().checkOrders(call.caseId(), key);
  }

  /** The word is on its way to alerts, or a restored copy has lost it and gets it again. */
  private boolean isUnchecked(Answer approval) {
    boolean unchecked = AlertDesk.isUnchecked(approval);
    if (unchecked) {
      checkOrders(HotlineClient.newKey());
    }
    return unchecked;
  }

  private Answer approve(String login, String key) {
    if (hash.isEmpty()) {
      hash = as("petar").preview(alert).etag().replace("\"", "");
    }
    return as(login).approve(alert, hash, key);
  }

  void stop() {
    sender.send(
        new Repeatable(Kind.STOP, "marko", key -> as("marko").stopAlert(alert, key))
            .giving(_ -> alert),
        true);
  }

  private AlertDesk as(String login) {
    return new AlertDesk(team.hotline().as(login));
  }
}
