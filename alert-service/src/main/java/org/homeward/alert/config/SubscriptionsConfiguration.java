package org.homeward.alert.config;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.homeward.alert.mailing.Mailer;
import org.homeward.alert.mongo.MongoSubscriptionNumbers;
import org.homeward.alert.restoring.AlertEnds;
import org.homeward.alert.subscriptions.Ceiling;
import org.homeward.alert.subscriptions.ConfirmationMail;
import org.homeward.alert.subscriptions.CountSubscriptions;
import org.homeward.alert.subscriptions.GiveTurn;
import org.homeward.alert.subscriptions.HoldQuietHour;
import org.homeward.alert.subscriptions.KeepSubscription;
import org.homeward.alert.subscriptions.LinkTokens;
import org.homeward.alert.subscriptions.MailTurn;
import org.homeward.alert.subscriptions.QuietHour;
import org.homeward.alert.subscriptions.Subscribe;
import org.homeward.alert.subscriptions.Subscription;
import org.homeward.alert.subscriptions.SubscriptionLinks;
import org.homeward.alert.subscriptions.UseLink;
import org.homeward.alert.web.LinkPages;
import org.homeward.alert.web.SubscriptionsController;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.log.Log;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeKey;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.StorePressure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Subscriptions of volunteers: asked for, confirmed, numbered, left. */
@Configuration(proxyBeanMethods = false)
public class SubscriptionsConfiguration {

  static List<Permit> permits() {
    return List.of(
        Permit.open(HttpMethod.POST, "/api/v1/subscriptions"),
        Permit.open(HttpMethod.GET, "/api/v1/subscriptions/confirm/{token}"),
        Permit.open(HttpMethod.POST, "/api/v1/subscriptions/confirm/{token}"),
        Permit.open(HttpMethod.GET, "/api/v1/subscriptions/leave/{token}"),
        Permit.open(HttpMethod.POST, "/api/v1/subscriptions/leave/{token}"),
        Permit.of(HttpMethod.GET, "/api/v1/subscriptions/count", Role.SUPERVISOR));
  }

  /** A confirmation gets its number as other documents get on a topic. */
  @Bean
  Aggregate<Subscription> subscriptions(
      Aggregates aggregates,
      EndsLog endsLog,
      ObjectProvider<MongoSubscriptionNumbers> numbers,
      ObjectProvider<KeepSubscription> keepSubscription) {
    return aggregates
        .of("subscriptions", Subscription.class)
        .publishedTo(
            endsLog.drain(AlertEnds::subscription),
            confirmed -> numbers.getObject().drain(confirmed))
        .alarm(id -> keepSubscription.getObject().keep(id))
        .declared();
  }

  @Bean
  Aggregate<QuietHour> quietHours(Aggregates aggregates) {
    return aggregates.of("quiet-hours", QuietHour.class).declared();
  }

  @Bean
  Aggregate<MailTurn> mailTurns(Aggregates aggregates) {
    return aggregates.of("mail-turns", MailTurn.class, MailTurn.SHAPES).declared();
  }

  @Bean
  HoldQuietHour holdQuietHour(Aggregate<QuietHour> quietHours, DerivedIds ids) {
    return new HoldQuietHour(quietHours.documents(), ids);
  }

  @Bean
  GiveTurn giveTurn(Aggregate<MailTurn> mailTurns, MailSettings settings, MeterRegistry metrics) {
    var ceiling = new Ceiling(settings.confirmationsPerMinute(), settings.confirmationsPerHour());
    return new GiveTurn(mailTurns.documents(), ceiling, unsent(metrics, "put-off")::increment);
  }

  /** Confirmation mails that were asked for and not sent at once. */
  private static Counter unsent(MeterRegistry metrics, String outcome) {
    return metrics.counter("homeward.confirmations", "outcome", outcome);
  }

  @Bean
  Log subscriptionNumberLog(MongoDatabase database, Incarnation incarnation) {
    return new Log(database, "subscription-numbers", incarnation);
  }

  @Bean
  AtOpening subscriptionNumbersOpening(Log subscriptionNumberLog) {
    return subscriptionNumberLog::prepare;
  }

  @Bean
  LinkTokens linkTokens(NodeSettings node) {
    return new LinkTokens(NodeKey.in(node.data()));
  }

  @Bean
  SubscriptionLinks subscriptionLinks(AlertSettings settings, LinkTokens tokens) {
    return new SubscriptionLinks(settings.gateway(), tokens);
  }

  @Bean
  MongoSubscriptionNumbers subscriptionNumbers(
      Log subscriptionNumberLog, Aggregate<Subscription> subscriptions, SubscriptionLinks links) {
    return new MongoSubscriptionNumbers(subscriptionNumberLog, subscriptions.documents(), links);
  }

  @Bean
  KeepSubscription keepSubscription(
      Aggregate<Subscription> subscriptions,
      GiveTurn giveTurn,
      HoldQuietHour holdQuietHour,
      SubscriptionLinks links,
      DerivedIds ids,
      Mailer mailer,
      NodeSettings node,
      MailSettings settings,
      Clock clock) {
    return new KeepSubscription(
        subscriptions.documents(),
        giveTurn,
        holdQuietHour,
        new ConfirmationMail(links, ids, node.node()),
        mailer,
        settings.deadline(),
        clock);
  }

  @Bean
  UseLink useLink(Aggregate<Subscription> subscriptions, LinkTokens tokens, Clock clock) {
    return new UseLink(subscriptions.documents(), tokens, clock);
  }

  @Bean
  SubscriptionsController subscriptionsController(
      Aggregate<Subscription> subscriptions,
      StorePressure room,
      HoldQuietHour holdQuietHour,
      DerivedIds ids,
      UseLink useLink,
      NodeSettings node,
      MeterRegistry metrics,
      Clock clock) {
    return new SubscriptionsController(
        new Subscribe(
            subscriptions.documents(),
            room,
            holdQuietHour,
            ids,
            unsent(metrics, "quiet")::increment,
            clock),
        useLink,
        new CountSubscriptions(subscriptions.documents()),
        new LinkPages(),
        requireNonNull(node.country()));
  }
}
