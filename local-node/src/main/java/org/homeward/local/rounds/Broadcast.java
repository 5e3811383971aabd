package org.homeward.local.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.node.Poll;

/** One alert to all volunteers: drafted, approved, stopped in the middle, and its case ended. */
final class Broadcast implements Runnable {
  private static final String FOUND =
      """
      {"outcome": "FOUND_SAFE", "verifiedBy": "POLICE_REFERENCE", "reference": "KU-1/26"}
      """;

  private static final Duration HALF = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Hotline hotline;
  private final Call call;
  private final String authority;
  private final String words;
  private final Duration untilStop;
  private final Clock clock;
  private final Repeat repeat = new Repeat();
  private volatile String alert = "";
  private volatile Instant approved = Instant.MAX;
  private volatile Instant stopped = Instant.MAX;
  private volatile boolean ended;
  private volatile String trouble = "";

  /**
   * @param words mark the alert's mails
   * @param untilStop from the moment on at which half of the mailboxes have it
   */
  Broadcast(
      Hotline hotline, Call call, String authority, String words, Duration untilStop, Clock clock) {
    this.hotline = hotline;
    this.call = call;
    this.authority = authority;
    this.words = words;
    this.untilStop = untilStop;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      call.run();
      if (call.told().released()) {
        draft();
        approve();
        awaitHalf();
        Poll.until(untilStop, untilStop, () -> false);
        stop();
        end();
      }
    } catch (Repeat.NoOutcome | Refused e) {
      trouble = String.valueOf(e.getMessage());
    }
  }

  /** An answer that ends it here. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String what, Answer answer) {
      super(what + " was answered " + answer);
    }
  }

  Call call() {
    return call;
  }

  String alert() {
    return alert;
  }

  String words() {
    return words;
  }

  /** Before the first request to approve it. */
  Instant approved() {
    return approved;
  }

  /** When the stop's 2xx had arrived. */
  Instant stopped() {
    return stopped;
  }

  boolean ended() {
    return ended;
  }

  String trouble() {
    return trouble;
  }

  private void draft() {
    Instant until = clock.instant().plus(Duration.ofHours(2));
    String body = AlertDesk.volunteerAlert(call.caseId(), "RS", authority, words, until);
    String key = HotlineClient.newKey();
    alert = good("a draft", () -> as("jelena").draft(body, key)).text("alert");
  }

  private void approve() {
    String hash = good("a preview", () -> as("petar").preview(alert)).etag().replace("\"", "");
    approved = clock.instant();
    String key = HotlineClient.newKey();
    good("an approval", () -> as("petar").approve(alert, hash, key));
  }

  /** A stop before anything has gone out would show nothing. */
  private void awaitHalf() {
    int all = good("the alert", () -> as("jelena").read(alert)).json().path("watermark").asInt(0);
    var mails = hotline.mail().reader();
    Set<String> told = new HashSet<>();
    Poll.until(
        HALF,
        PAUSE,
        () -> {
          mails.next().stream()
              .filter(mail -> mail.text().contains(words))
              .forEach(mail -> told.add(mail.to()));
          return told.size() * 2 >= all;
        });
  }

  private void stop() {
    String key = HotlineClient.newKey();
    good("a stop", () -> as("marko").stopAlert(alert, key));
    stopped = clock.instant();
  }

  private void end() {
    String key = HotlineClient.newKey();
    HotlineClient jelena = hotline.as("jelena");
    good("the end", () -> jelena.end(call.caseId(), call.child(), FOUND, key));
    ended = true;
  }

  private Answer good(String what, Supplier<Answer> request) {
    Answer answer = repeat.untilKnown(request, Broadcast::isNotKnownYet);
    if (!answer.isSuccess()) {
      throw new Refused(what, answer);
    }
    return answer;
  }

  /** Another service's copy of the case is behind. */
  private static boolean isNotKnownYet(Answer answer) {
    return answer.status() == 404 || answer.text("type").endsWith("no-released-report");
  }

  private AlertDesk as(String login) {
    return new AlertDesk(hotline.as(login));
  }
}
