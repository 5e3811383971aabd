package org.homeward.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Latencies;
import org.homeward.local.node.Poll;

/** Alerts to all volunteers, drafted and approved by two people. */
final class Orders {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TICK = Duration.ofMillis(100);

  private final Hotline hotline;
  private final Desk desk;
  private final Clock clock;
  private final String authority;

  Orders(Hotline hotline, Desk desk, Clock clock) {
    this.hotline = hotline;
    this.desk = desk;
    this.clock = clock;
    Instant until = clock.instant().plus(Duration.ofDays(2));
    authority = hotline.newAuthority("duty officer of the bench", "\"p-1004\"", until);
  }

  /** Approves a new alert; returns its id as soon as the approval is answered. */
  String approve() {
    Desk.Filed filed = desk.release(new Latencies());
    String check = HotlineClient.newKey();
    good(() -> hotline.as("ana").checkOrders(filed.caseId(), check));
    Instant until = clock.instant().plus(Duration.ofHours(2));
    String wish =
        AlertDesk.volunteerAlert(
            filed.caseId(), hotline.country(), authority, "Call the bench.", until);
    String key = HotlineClient.newKey();
    String alert = good(() -> as("jelena").draft(wish, key)).text("alert");
    String hash = good(() -> as("petar").preview(alert)).etag().replace("\"", "");
    String approval = HotlineClient.newKey();
    good(() -> as("petar").approve(alert, hash, approval));
    return alert;
  }

  /** Returns when the stop is answered. */
  void stop(String alert) {
    String key = HotlineClient.newKey();
    good(() -> as("marko").stopAlert(alert, key));
  }

  private Answer good(Supplier<Answer> request) {
    var last = new AtomicReference<Answer>();
    boolean known =
        Poll.until(
            PATIENCE,
            TICK,
            () -> {
              Answer answer = request.get();
              last.set(answer);
              return answer.isSuccess();
            });
    if (!known) {
      throw new IllegalStateException("an alert's order was answered " + last.get());
    }
    return last.get();
  }

  private AlertDesk as(String login) {
    return new AlertDesk(hotline.as(login));
  }
}
