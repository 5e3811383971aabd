package org.homeward.alert.endings;

import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.orders.alerts.ReduceAlert;
import org.homeward.alert.orders.authorities.Authority;
import org.homeward.alert.orders.authorities.RevokeAuthority;
import org.homeward.alert.orders.delivery.BurySlices;
import org.homeward.alert.orders.delivery.CountAsTold;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.stops.SetStop;
import org.homeward.alert.orders.stops.Stop;
import org.homeward.alert.police.desks.Desk;
import org.homeward.alert.police.desks.RevokeDesk;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.alert.subscribers.preferences.KeepPhone;
import org.homeward.alert.subscribers.preferences.VolunteerPhone;
import org.homeward.alert.subscribers.sms.EndPhone;
import org.homeward.alert.subscribers.sms.Phone;
import org.homeward.alert.subscribers.subscriptions.Subscription;
import org.homeward.alert.subscribers.subscriptions.UseLink;
import org.homeward.alert.subscribers.webhooks.EndWebhook;
import org.homeward.alert.subscribers.webhooks.Webhook;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Erasures and restores: an erased case leaves nothing here, and what had ended when the data were
 * copied back ends again.
 */
@Configuration(proxyBeanMethods = false)
public class EndingsConfiguration {

  @Bean
  Aggregate<Erasure> erasures(
      Aggregates aggregates,
      EventTopic ownTopic,
      EventCodec codec,
      ObjectProvider<EraseCase> eraseCase) {
    var topic = new ErasureTopic(codec);
    return aggregates
        .of("erasures", Erasure.class)
        .publishedTo(ownTopic.drainSome(topic::render))
        .alarm(id -> eraseCase.getObject().checkIfDue(id))
        .declared();
  }

  @Bean
  EraseCase eraseCase(
      Aggregate<Erasure> erasures,
      Aggregate<Alert> alerts,
      Aggregate<PoliceNotice> policeNotices,
      Aggregate<CaseCopy> caseCopies,
      Aggregate<Slice> slices,
      TellPolice tellPolice,
      FollowStates followStates,
      BurySlices burySlices,
      NodeSettings node) {
    var forget =
        new EraseCase.Forget(
            caseCopies.history()::keep,
            policeNotices.history()::keep,
            alerts.history()::keep,
            slices.history()::keep);
    return new EraseCase(
        erasures.documents(),
        alerts.documents(),
        policeNotices.documents(),
        caseCopies.documents(),
        slices.documents(),
        tellPolice,
        followStates,
        burySlices,
        forget,
        node.node());
  }

  /** Makes a tombstone of an alert once nobody is owed its end, after its slices have heard. */
  @Bean
  @Order(2)
  FollowStates.Alarm buryAlert(EraseCase eraseCase) {
    return eraseCase::buryIfDone;
  }

  @Bean
  Drain<Alert> alertEnds(EndsLog endsLog) {
    return endsLog.drain(AlertEnds::alert);
  }

  @Bean
  Drain<Stop> stopEnds(EndsLog endsLog) {
    return endsLog.drain(AlertEnds::stop);
  }

  @Bean
  Drain<Subscription> subscriptionEnds(EndsLog endsLog) {
    return endsLog.drain(AlertEnds::subscription);
  }

  @Bean
  Drain<Desk> deskEnds(EndsLog endsLog) {
    return endsLog.drain(AlertEnds::desk);
  }

  @Bean
  Drain<Authority> authorityEnds(EndsLog endsLog) {
    return endsLog.drain(AlertEnds::authority);
  }

  @Bean
  Drain<Webhook> webhookEnds(EndsLog endsLog) {
    return endsLog.drain(AlertEnds::webhook);
  }

  @Bean
  Drain<Phone> phoneEnds(EndsLog endsLog) {
    return endsLog.drain(AlertEnds::phone);
  }

  @Bean
  Drain<VolunteerPhone> volunteerPhoneEnds(EndsLog endsLog) {
    return endsLog.drain(AlertEnds::ownPhone);
  }

  @Bean
  ReplayAlertEnds replayAlertEnds(
      Aggregate<Alert> alerts,
      Aggregate<Stop> stops,
      Aggregate<Subscription> subscriptions,
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
    return new ReplayAlertEnds(
        alerts.documents(),
        stops.documents(),
        subscriptions.documents(),
        reduceAlert,
        followStates,
        countAsTold,
        setStop,
        useLink,
        revokeDesk,
        revokeAuthority,
        endWebhook,
        endPhone,
        keepPhone);
  }
}
