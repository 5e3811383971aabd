package org.homeward.alert.endings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.authorities.Authority;
import org.homeward.alert.orders.stops.Stop;
import org.homeward.alert.police.desks.Desk;
import org.homeward.alert.subscribers.preferences.VolunteerPhone;
import org.homeward.alert.subscribers.sms.CodedPhone;
import org.homeward.alert.subscribers.sms.Phone;
import org.homeward.alert.subscribers.subscriptions.Subscription;
import org.homeward.alert.subscribers.webhooks.Webhook;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.schema.event.ChangeType;

/**
 * Writes to the ends log what a change took away, so that it can be done again in an earlier copy
 * of the data. An issue is logged, too: people have an alert of which the copy does not know.
 */
final class AlertEnds {

  static final String ISSUE = "issue";
  static final String CANCEL = "cancel";
  static final String END = "end";
  static final String WITHDRAW = "withdraw";
  static final String STOP = "stop";
  static final String LEAVE = "leave";
  static final String REGISTER = "register";
  static final String REVOKE = "revoke";
  static final String CONFIRM = "confirm";

  static final String CHILD = "child";
  static final String REASON = "reason";
  static final String KEY = "key";

  private AlertEnds() {}

  static List<EndsLine> alert(Guarded<Alert> alert, PendingChange change) {
    ChangeType type = ChangeType.of(change.type()).orElse(null);
    String subject = "alert/" + alert.id();
    if (type == ChangeType.ALERT_ISSUED) {
      return List.of(line(subject, change, ISSUE, Map.of("case", alert.state().caseId())));
    }
    if (type == ChangeType.ALERT_CANCELLED) {
      return List.of(line(subject, change, CANCEL, reason(alert.state())));
    }
    if (type == ChangeType.ALERT_ENDED) {
      return List.of(line(subject, change, END, Map.of()));
    }
    List<EndsLine> lines = new ArrayList<>();
    if (type == ChangeType.ALERT_UPDATED) {
      withdrawn(alert.state())
          .forEach(child -> lines.add(line(subject, change, WITHDRAW, Map.of(CHILD, child))));
    }
    return lines;
  }

  private static Map<String, String> reason(Alert alert) {
    return alert instanceof Alert.Over over && over.how() == Alert.Ending.WRONG_CHILD
        ? Map.of(REASON, over.how().name())
        : Map.of();
  }

  private static Set<String> withdrawn(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> active.issue().withdrawn();
      case Alert.Frozen frozen -> frozen.issue().withdrawn();
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Set.of();
    };
  }

  static List<EndsLine> stop(Guarded<Stop> stop, PendingChange change) {
    return change.type().equals(ChangeType.STOP_SET.text())
        ? List.of(line("stop/" + stop.state().target().word(), change, STOP, Map.of()))
        : List.of();
  }

  static List<EndsLine> subscription(Guarded<Subscription> subscription, PendingChange change) {
    return change.type().equals(Subscription.LEFT)
        ? List.of(line("subscription/" + subscription.id(), change, LEAVE, Map.of()))
        : List.of();
  }

  /** A confirmation may be of a renewed key, and then it ended the one before. */
  static List<EndsLine> desk(Guarded<Desk> desk, PendingChange change) {
    String subject = "desk/" + desk.id();
    if (change.type().equals(Desk.CONFIRMED)) {
      return List.of(line(subject, change, CONFIRM, Map.of(KEY, desk.state().nameOfKey())));
    }
    String what = change.type().equals(Desk.REVOKED) ? REVOKE : REGISTER;
    return List.of(line(subject, change, what, Map.of()));
  }

  static List<EndsLine> authority(Guarded<Authority> entry, PendingChange change) {
    String what = REGISTER;
    if (change.type().equals(Authority.CONFIRMED)) {
      what = CONFIRM;
    } else if (change.type().equals(Authority.REVOKED)) {
      what = REVOKE;
    }
    return List.of(line("authority/" + entry.id(), change, what, Map.of()));
  }

  static List<EndsLine> webhook(Guarded<Webhook> webhook, PendingChange change) {
    return change.type().equals(Webhook.ENDED)
        ? List.of(line("webhook/" + webhook.id(), change, REVOKE, Map.of()))
        : List.of();
  }

  static List<EndsLine> phone(Guarded<Phone> phone, PendingChange change) {
    return change.type().equals(CodedPhone.REVOKED)
        ? List.of(line("phone/" + phone.id(), change, REVOKE, Map.of()))
        : List.of();
  }

  static List<EndsLine> ownPhone(Guarded<VolunteerPhone> phone, PendingChange change) {
    return change.type().equals(CodedPhone.REVOKED)
        ? List.of(line("own-phone/" + phone.id(), change, REVOKE, Map.of()))
        : List.of();
  }

  private static EndsLine line(
      String subject, PendingChange change, String what, Map<String, String> codes) {
    return new EndsLine(change.at(), subject, change.n(), what, codes);
  }
}
