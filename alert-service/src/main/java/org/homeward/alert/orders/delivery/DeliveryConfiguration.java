package org.homeward.alert.orders.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.homeward.alert.node.CountedWaits;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.CountDeliveries;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.alert.subscribers.destinations.AnswerLinks;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.EndsOwed;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.MailSettings;
import org.homeward.alert.subscribers.mail.Mailer;
import org.homeward.alert.subscribers.sms.SendSms;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.alert.subscribers.webhooks.SendToWebhook;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

/** Delivery: the slices of an alert's destinations, and the ways on which they are told. */
@Configuration(proxyBeanMethods = false)
public class DeliveryConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryConfiguration.class);

  /** Slices at a time; each has one connection to the relay. */
  private static final int PLACES = 8;

  public static List<Permit> permits() {
    return List.of(
        Permit.of(
            HttpMethod.GET,
            DestinationsController.DELIVERIES,
            Role.OPERATOR,
            Role.SUPERVISOR,
            Role.AUTHORITY,
            Role.DPO),
        Permit.of(HttpMethod.GET, DestinationsController.DESTINATIONS, Role.SUPERVISOR));
  }

  @Bean
  Aggregate<Slice> slices(
      Aggregates aggregates, MailSettings mail, ObjectProvider<SendSlices> sendSlices) {
    return aggregates
        .of("slices", Slice.class)
        .askedBy("caseId", Slice.Open.DEAD)
        .alarm(id -> sendSlices.getObject().due(id))
        .dueAtStart(SendSlice.SEND_DUE)
        .claimedFor(mail.claim())
        .declared();
  }

  @Bean
  SliceIds sliceIds(DerivedIds ids, NodeSettings node) {
    return new SliceIds(ids, node.node());
  }

  @Bean
  WakeSlice wakeSlice(SendSlices sendSlices) {
    return new WakeSlice(sendSlices::due);
  }

  @Bean
  FanOut fanOut(Aggregate<Slice> slices, SliceIds sliceIds, WakeSlice wakeSlice) {
    return new FanOut(slices.documents(), sliceIds, wakeSlice);
  }

  @Bean
  CountAsTold countAsTold(
      Aggregate<Slice> slices, SubscriptionNumbers numbers, SliceIds sliceIds, FanOut fanOut) {
    return new CountAsTold(slices.documents(), numbers, sliceIds, fanOut);
  }

  @Bean
  RenderAlert.Addressees addressees(SubscriptionNumbers numbers, SendSms sendSms, Clock clock) {
    return new CountAddressees(
        numbers,
        Stream.of(Channel.values())
            .filter(channel -> channel != Channel.SMS || sendSms.isOn())
            .toList(),
        clock);
  }

  @Bean
  EndsOwed endsOwed(Aggregate<Slice> slices, Aggregate<Alert> alerts) {
    return new FindEndsOwed(slices.documents(), alerts.documents());
  }

  @Bean
  BurySlices burySlices(Aggregate<Slice> slices, SliceIds sliceIds) {
    return new BurySlices(slices.documents(), sliceIds);
  }

  @Bean
  ListDestinations listDestinations(
      Aggregate<Slice> slices, SliceIds sliceIds, SubscriptionNumbers numbers) {
    return new ListDestinations(slices.documents(), sliceIds, numbers);
  }

  @Bean
  CountDeliveries countDeliveries(ListDestinations listDestinations) {
    return listDestinations::counts;
  }

  @Bean
  CountProgress countProgress(
      Aggregate<Slice> slices, SliceIds sliceIds, SubscriptionNumbers numbers, Clock clock) {
    return new CountProgress(slices.documents(), sliceIds, numbers, clock);
  }

  @Bean
  DestinationsController destinationsController(
      ListDestinations listDestinations, CountProgress countProgress, SeeAlert seeAlert) {
    return new DestinationsController(listDestinations, countProgress, seeAlert);
  }

  /** Tells an alert's slices that it has changed. */
  @Bean
  @Order(1)
  FollowStates.Alarm tellSlices(FollowStates followStates, FanOut fanOut) {
    return alert -> followStates.tellIfDue(alert, fanOut::tell);
  }

  /** Every way to people: another one is one more sender here. */
  @Bean
  Senders senders(
      Mailer mailer, Breakers domainBreakers, SendToWebhook sendToWebhook, SendSms sendSms) {
    return new Senders(
        List.of(
            new MailSender(mailer, domainBreakers),
            new WebhookSender(sendToWebhook),
            new SmsSender(sendSms)));
  }

  @Bean
  SendSlice sendSlice(
      Aggregate<Slice> slices,
      AlertStates alertStates,
      SubscriptionNumbers numbers,
      FreshCases freshCases,
      Senders senders,
      SliceIds sliceIds,
      AnswerLinks answerLinks,
      MailSettings mail,
      FollowStates followStates,
      MeterRegistry metrics,
      Clock clock) {
    var unreached = metrics.counter("homeward.ends.unreached");
    var waits = new CountedWaits(metrics, "homeward.deliveries");
    for (Channel channel : Channel.values()) {
      waits.prepare(tags(channel, false));
      waits.prepare(tags(channel, true));
    }
    return new SendSlice(
        slices.documents(),
        alertStates,
        new PlanBatch(numbers, freshCases::now, senders, new WriteMessages(sliceIds, answerLinks)),
        mail.deadline(),
        followStates::endsAreOut,
        alert -> {
          unreached.increment();
          LOG.warn("an end of alert {} was not delivered; its destinations say to whom", alert);
        },
        delivery -> waits.count(tags(delivery.way(), delivery.end()), delivery.waited()),
        clock);
  }

  private static Tags tags(Channel channel, boolean end) {
    return Tags.of(
        "channel", channel.name().toLowerCase(Locale.ROOT), "what", end ? "end" : "alert");
  }

  /** Closed with the context: batches that have begun finish. */
  @Bean
  SendSlices sendSlices(SendSlice sendSlice) {
    return new SendSlices(sendSlice::sendIfDue, sendSlice::owesEnds, PLACES);
  }
}
