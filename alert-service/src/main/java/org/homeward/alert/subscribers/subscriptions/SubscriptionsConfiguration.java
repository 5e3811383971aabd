package org.homeward.alert.subscribers.subscriptions;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.subscribers.destinations.NumberedDestinations;
import org.homeward.alert.subscribers.mail.MailSettings;
import org.homeward.alert.subscribers.mail.Mailer;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.face.guessing.GuessedLinks;
import org.homeward.frame.node.NodeKey;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.StorePressure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Subscriptions of volunteers: asked for, confirmed, numbered, left. */
@Configuration(proxyBeanMethods = false)
public class SubscriptionsConfiguration {

  /** The link by which an organisation answers an alert is guessed as these are. */
  private static final String ANSWER = "/api/v1/answers/{token}";

  public static List<Permit> permits() {
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
      Drain<Subscription> subscriptionEnds,
      ObjectProvider<MongoSubscriptionNumbers> numbers,
      ObjectProvider<KeepSubscription> keepSubscription,
      ObjectProvider<FollowLeaving> followers) {
    return aggregates
        .of("subscriptions", Subscription.class)
        .publishedTo(
            subscriptionEnds,
            confirmed -> numbers.getObject().drain(confirmed),
            changed -> tellWhoLeft(changed, followers))
        .alarm(id -> keepSubscription.getObject().keep(id))
        .declared();
  }

  private static void tellWhoLeft(
      Guarded<Subscription> changed, ObjectProvider<FollowLeaving> followers) {
    if (changed.state() instanceof Subscription.Left) {
      followers.forEach(follower -> follower.left(changed.id()));
    }
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
  GuessedLinks guessedLinks() {
    return new GuessedLinks(
        List.of(SubscriptionsController.CONFIRM, SubscriptionsController.LEAVE, ANSWER));
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
      Log subscriptionNumberLog,
      Aggregate<Subscription> subscriptions,
      SubscriptionLinks links,
      List<NumberedDestinations> others) {
    return new MongoSubscriptionNumbers(
        subscriptionNumberLog, subscriptions.documents(), links, others);
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
  UseLink useLink(
      Aggregate<Subscription> subscriptions,
      LinkTokens tokens,
      MongoSubscriptionNumbers numbers,
      Clock clock) {
    return new UseLink(subscriptions.documents(), tokens, numbers::afterAll, clock);
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
            new SubscriptionIds(ids),
            unsent(metrics, "quiet")::increment,
            clock),
        useLink,
        new CountSubscriptions(subscriptions.documents()),
        new LinkPages(),
        requireNonNull(node.country()));
  }

  @Bean
  SampledGauges subscriptionGauges(Aggregate<Subscription> subscriptions) {
    var gauges = new SampledGauges();
    for (String status : List.of("unconfirmed", "confirmed")) {
      gauges.seldom(
          "homeward.subscriptions",
          "subscriptions of volunteers",
          Tags.of("status", status),
          () -> subscriptions.documents().count(Map.of("status", status.toUpperCase(Locale.ROOT))));
    }
    return gauges;
  }

  @Bean
  Background subscriptionSampling(SampledGauges subscriptionGauges) {
    return new Background(subscriptionGauges::start, subscriptionGauges::close);
  }
}
