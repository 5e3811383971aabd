package org.homeward.trials.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.node.Poll;

/** Two entries of the register, a draft that was corrected, and an alert that is out. */
final class AlertTargets {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final Hotline hotline;
  final Instant until = Clock.systemUTC().instant().plus(Duration.ofHours(3));

  /** Petar and Jelena may order by it. */
  final String authority;

  /** Petar is not in it. */
  final String otherAuthority;

  final String approved;
  final String draft;
  final String oldHash;
  final String hash;
  final String draftByOther;
  final String hashByOther;

  AlertTargets(Hotline hotline, String caseId) {
    this.hotline = hotline;
    authority = register("\"p-1003\", \"p-1004\"");
    otherAuthority = register("\"p-9999\"");
    approved = draft(caseId, authority);
    hotline.as("ana").checkOrders(caseId, HotlineClient.newKey());
    Poll.until(PATIENCE, PAUSE, () -> !AlertDesk.isUnchecked(approval(approved)));
    draft = draft(caseId, authority);
    oldHash = hashOf(draft);
    String patch = "{\"text\": {\"en\": \"Corrected.\", \"sr\": \"Ispravljeno.\"}}";
    as("jelena").correct(draft, patch, as("jelena").read(draft).etag());
    hash = hashOf(draft);
    draftByOther = draft(caseId, otherAuthority);
    hashByOther = hashOf(draftByOther);
    Poll.until(PATIENCE, PAUSE, this::isQuiet);
  }

  AlertDesk as(String login) {
    return new AlertDesk(hotline.as(login));
  }

  String body(String caseId, String register) {
    // Several alerts of one case stand beside each other here.
    return AlertDesk.volunteerAlert(caseId, "RS", register, "Please look around.", until)
        .replaceFirst("\\{", "{\"again\": true, ");
  }

  private String register(String persons) {
    return hotline.newAuthority("bad input", persons, until.plus(Duration.ofDays(1)));
  }

  private String draft(String caseId, String register) {
    String key = HotlineClient.newKey();
    AtomicReference<Answer> drafted = new AtomicReference<>();
    Poll.until(
        PATIENCE,
        PAUSE,
        () -> {
          drafted.set(as("jelena").draft(body(caseId, register), key));
          return drafted.get().status() != 404;
        });
    return drafted.get().text("alert");
  }

  private Answer approval(String alert) {
    return as("petar").approve(alert, hashOf(alert), HotlineClient.newKey());
  }

  private String hashOf(String alert) {
    return as("petar").preview(alert).etag().replace("\"", "");
  }

  /** No mail came for a while: all that will be sent has been. */
  private boolean isQuiet() {
    int sofar = hotline.mail().brief().size();
    Poll.until(QUIET, QUIET, () -> false);
    return hotline.mail().brief().size() == sofar;
  }
}
