package org.homeward.alert.endings;

import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.orders.alerts.ReduceAlert;
import org.homeward.alert.orders.authorities.RevokeAuthority;
import org.homeward.alert.orders.delivery.CountAsTold;
import org.homeward.alert.orders.stops.SetStop;
import org.homeward.alert.orders.stops.Stop;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.alert.police.desks.RevokeDesk;
import org.homeward.alert.subscribers.preferences.KeepPhone;
import org.homeward.alert.subscribers.sms.EndPhone;
import org.homeward.alert.subscribers.sms.Phone;
import org.homeward.alert.subscribers.subscriptions.Subscription;
import org.homeward.alert.subscribers.subscriptions.UseLink;
import org.homeward.alert.subscribers.webhooks.EndWebhook;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.reader.Replayed;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;

/**
 * Applies stops, ends and revocations again that an earlier copy does not know, and stops the node:
 * nothing goes to volunteers until two people lift that.
 */
final class ReplayAlertEnds implements Replay {

  private final GuardedDocuments<Alert> alerts;
  private final GuardedDocuments<Stop> stops;
  private final GuardedDocuments<Subscription> subscriptions;
  private final ReduceAlert reduceAlert;
  private final FollowStates followStates;
  private final CountAsTold countAsTold;
  private final SetStop setStop;
  private final UseLink useLink;
  private final RevokeDesk revokeDesk;
  private final RevokeAuthority revokeAuthority;
  private final EndWebhook endWebhook;
  private final EndPhone<Phone> endPhone;
  private final KeepPhone keepPhone;

  ReplayAlertEnds(
      GuardedDocuments<Alert> alerts,
      GuardedDocuments<Stop> stops,
      GuardedDocuments<Subscription> subscriptions,
      ReduceAlert reduceAlert,
      FollowStates followStates,
      CountAsTold countAsTold,
      SetStop setStop,
      UseLink useLink,
      RevokeDesk revokeDesk,
      RevokeAuthority revokeAuthority,
      EndWebhook endWebhook,
      EndPhone<Phone> endPhone,
      KeepPhone keepPhone) {
    this.alerts = alerts;
    this.stops = stops;
    this.subscriptions = subscriptions;
    this.reduceAlert = reduceAlert;
    this.followStates = followStates;
    this.countAsTold = countAsTold;
    this.setStop = setStop;
    this.useLink = useLink;
    this.revokeDesk = revokeDesk;
    this.revokeAuthority = revokeAuthority;
    this.endWebhook = endWebhook;
    this.endPhone = endPhone;
    this.keepPhone = keepPhone;
  }

  @Override
  public Replayed replay(EndsLine line) {
    return switch (line.kind()) {
      case "alert" -> alert(line);
      case "stop" -> stop(line);
      case "subscription" -> subscription(line);
      case "desk" -> desk(line);
      case "authority" -> authority(line);
      case "webhook" -> webhook(line);
      case "phone" -> phone(line);
      case "own-phone" -> ownPhone(line);
      default -> Replayed.MISSING;
    };
  }

  private Replayed alert(EndsLine line) {
    Guarded<Alert> found = alerts.find(line.id()).orElse(null);
    if (found == null) {
      return Replayed.MISSING;
    }
    switch (line.what()) {
      case AlertEnds.CANCEL ->
          reduceAlert.cancelAgain(
              line.id(), line.codes().containsKey(AlertEnds.REASON), command(line), BY);
      case AlertEnds.END -> followStates.endAgain(line.id());
      case AlertEnds.WITHDRAW ->
          reduceAlert.withdrawAgain(
              line.id(), line.codes().getOrDefault(AlertEnds.CHILD, ""), command(line), BY);
      case AlertEnds.ISSUE -> {
        countAsTold.count(found);
        // A draft here has gone out to people: somebody must know.
        return found.state() instanceof Alert.Draft ? Replayed.MISSING : Replayed.KNOWN;
      }
      default -> {
        return Replayed.MISSING;
      }
    }
    long now = alerts.find(line.id()).map(Guarded::version).orElse(0L);
    return now == found.version() ? Replayed.KNOWN : Replayed.DONE;
  }

  /** One that was lifted after it was set, and before the copy, is known by its version. */
  private Replayed stop(EndsLine line) {
    Optional<StopTarget> target = StopTarget.ofWord(line.id());
    if (target.isEmpty()) {
      return Replayed.MISSING;
    }
    if (isKnown(stops.find(target.get().documentId()), line)) {
      return Replayed.KNOWN;
    }
    setStop.set(target.get(), command(line), BY);
    return Replayed.DONE;
  }

  /** A volunteer who left and came back before the copy was made stays subscribed. */
  private Replayed subscription(EndsLine line) {
    Optional<Guarded<Subscription>> found = subscriptions.find(line.id());
    if (found.isEmpty() || isKnown(found, line)) {
      return Replayed.KNOWN; // an unknown subscription gets no mails
    }
    useLink.leaveAgain(line.id());
    return Replayed.DONE;
  }

  private Replayed desk(EndsLine line) {
    return switch (line.what()) {
      case AlertEnds.REVOKE ->
          revoked(revokeDesk.revokeAgain(line.id(), line.version(), command(line), BY));
      case AlertEnds.CONFIRM ->
          revoked(
              revokeDesk.revokeOlder(
                  line.id(),
                  line.version(),
                  line.codes().getOrDefault(AlertEnds.KEY, ""),
                  command(line),
                  BY));
      default -> Replayed.KNOWN;
    };
  }

  private Replayed authority(EndsLine line) {
    return line.what().equals(AlertEnds.REVOKE)
        ? revoked(revokeAuthority.revoke(line.id(), command(line), BY))
        : Replayed.KNOWN;
  }

  /** One that is not there is told nothing. */
  private Replayed webhook(EndsLine line) {
    return endWebhook.endAgain(line.id(), command(line), BY) ? Replayed.DONE : Replayed.KNOWN;
  }

  /** One that is not there is told nothing. */
  private Replayed phone(EndsLine line) {
    return endPhone.endAgain(line.id(), command(line), BY) ? Replayed.DONE : Replayed.KNOWN;
  }

  /** One that is not there is told nothing. */
  private Replayed ownPhone(EndsLine line) {
    return keepPhone.endAgain(line.id(), command(line), BY) ? Replayed.DONE : Replayed.KNOWN;
  }

  /** A key that is not there opens nothing. */
  private static <S> Replayed revoked(WriteOutcome<S, Boolean> outcome) {
    return outcome instanceof WriteOutcome.Written<S, Boolean> ? Replayed.DONE : Replayed.KNOWN;
  }

  private static boolean isKnown(Optional<? extends Guarded<?>> found, EndsLine line) {
    return found.isPresent() && found.get().version() >= line.version();
  }

  private static Command command(EndsLine line) {
    String name = line.subject() + "/" + line.version() + "/" + line.what() + line.codes();
    return new Command("restore/" + name, "");
  }

  @Override
  public void quarantine() {
    setStop.set(StopTarget.node(), new Command("restore/" + stops.clock().instant(), ""), BY);
  }

  @Override
  public boolean isQuarantined() {
    return stops
        .find(StopTarget.node().documentId())
        .filter(stop -> stop.state() instanceof Stop.Standing(var _, var by, _, _) && by.equals(BY))
        .isPresent();
  }

  @Override
  public String howToOpen() {
    return "POST /api/v1/stops/node/lift, once each.";
  }
}
