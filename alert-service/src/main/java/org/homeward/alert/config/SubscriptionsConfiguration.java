package org.homeward.alert.config;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.homeward.alert.mailing.Mailer;
import org.homeward.alert.mongo.MongoSubscriptionNumbers;
import org.homeward.alert.restoring.AlertEnds;
import org.homeward.alert.subscriptions.ConfirmationMail;
import org.homeward.alert.subscriptions.CountSubscriptions;
import org.homeward.alert.subscriptions.KeepSubscription;
import org.homeward.alert.subscriptions.LinkTokens;
import org.homeward.alert.subscriptions.Subscribe;
import org.homeward.alert.subscriptions.Subscription;
import org.homeward.alert.subscriptions.SubscriptionLinks;
import org.homeward.alert.subscriptions.UseLink;
import org.homeward.alert.web.LinkPages;
import org.homeward.alert.web.SubscriptionsController;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.StoreJournal;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeKey;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.OwnDocuments;
import org.homeward.frame.store.StorePressure;
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

  @Bean
  GuardedDocuments<Subscription> subscriptions(OwnDocuments documents) {
    return documents.of("subscriptions", Subscription.class);
  }

  @Bean
  Log subscriptionNumberLog(MongoDatabase database, Incarnation incarnation) {
    return new Log(database, "subscription-numbers", incarnation);
  }

  @Bean
  AtOpening subscriptionsOpening(
      GuardedDocuments<Subscription> subscriptions, Log subscriptionNumberLog) {
    return () -> {
      subscriptions.prepare();
      subscriptionNumberLog.prepare();
    };
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
      GuardedDocuments<Subscription> subscriptions,
      SubscriptionLinks links) {
    return new MongoSubscriptionNumbers(subscriptionNumberLog, subscriptions, links);
  }

  /** A confirmation gets its number as other documents get on a topic. */
  @Bean(destroyMethod = "")
  Publication<Subscription> numbering(
      GuardedDocuments<Subscription> subscriptions,
      MongoSubscriptionNumbers numbers,
      EndsLog endsLog) {
    return new Publication<>(
        "subscriptions", subscriptions, List.of(endsLog.drain(AlertEnds::subscription), numbers));
  }

  @Bean
  Background numberingInBackground(Publication<Subscription> numbering) {
    return new Background(numbering::start, numbering::close);
  }

  @Bean(destroyMethod = "")
  Alarms subscriptionAlarms(
      GuardedDocuments<Subscription> subscriptions,
      SubscriptionLinks links,
      DerivedIds ids,
      Mailer mailer,
      NodeSettings node,
      MailSettings settings,
      OwnDocuments documents,
      StoreJournal journal,
      Clock clock) {
    var keep =
        new KeepSubscription(
            subscriptions,
            new ConfirmationMail(links, ids, node.node()),
            mailer,
            settings.deadline(),
            clock);
    var history =
        new KeptHistory<>(
            subscriptions, documents.archive("subscription-history"), journal, "alert");
    return new Alarms(
        "subscriptions",
        subscriptions,
        id -> {
          history.keep(id);
          keep.keep(id);
        },
        CopiesConfiguration.CLAIM);
  }

  @Bean
  Background subscriptionAlarming(Alarms subscriptionAlarms) {
    return new Background(subscriptionAlarms::start, subscriptionAlarms::close);
  }

  @Bean
  UseLink useLink(GuardedDocuments<Subscription> subscriptions, LinkTokens tokens, Clock clock) {
    return new UseLink(subscriptions, tokens, clock);
  }

  @Bean
  SubscriptionsController subscriptionsController(
      GuardedDocuments<Subscription> subscriptions,
      StorePressure room,
      DerivedIds ids,
      UseLink useLink,
      NodeSettings node,
      Clock clock) {
    return new SubscriptionsController(
        new Subscribe(subscriptions, room, ids, clock),
        useLink,
        new CountSubscriptions(subscriptions),
        new LinkPages(),
        requireNonNull(node.country()));
  }
}
