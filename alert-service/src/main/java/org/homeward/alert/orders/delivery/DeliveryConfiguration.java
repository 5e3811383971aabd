package org.homeward.alert.orders.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.CountDeliveries;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.MailSettings;
import org.homeward.alert.subscribers.mail.Mailer;
import org.homeward.alert.subscribers.sms.EndsOwed;
import org.homeward.alert.subscribers.sms.SendSms;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.alert.subscribers.webhooks.SendToWebhook;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
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

  private static final String WHEN_DEAD =
      "The system of an organisation refused messages for good or too often. GET /api/v1/dead-letters"
          + " names it: call the organisation, and have a supervisor send them again.";

  public static List<Permit> permits() {
    return List.of(
        Permit.of(
            HttpMethod.GET,
            DestinationsController.DELIVERIES,
            Role.OPERATOR,
            Role.SUPERVISOR,
            Role.AUTHORITY,
            Role.DPO),
        Permit.of(HttpMethod.GET, DestinationsController.DESTINATIONS, Role.SUPERVISOR),
        Permit.of(HttpMethod.GET, DeadLettersController.DEAD_LETTERS, Role.SUPERVISOR, Role.ADMIN),
        Permit.of(HttpMethod.POST, DeadLettersController.REPLAY, Role.SUPERVISOR));
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
  FanOut fanOut(Aggregate<Slice> slices, SliceIds sliceIds, SendSlices sendSlices) {
    return new FanOut(slices.documents(), sliceIds, sendSlices::due);
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
  EndsOwed endsOwed(Aggregate<Slice> slices) {
    return new FindEndsOwed(slices.documents());
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

  @Bean
  DeadLetters deadLetters(
      Aggregate<Slice> slices, Aggregate<Alert> alerts, SubscriptionNumbers numbers) {
    return new DeadLetters(slices.documents(), alerts.documents(), numbers);
  }

  @Bean
  DeadLettersController deadLettersController(
      DeadLetters deadLetters,
      Aggregate<Slice> slices,
      SliceIds sliceIds,
      SendSlices sendSlices,
      SeeAlert seeAlert) {
    return new DeadLettersController(
        deadLetters, new ReplayDeadLetter(slices.documents(), sliceIds, sendSlices::due), seeAlert);
  }

  @Bean
  SampledGauges deadLetterGauges(DeadLetters deadLetters) {
    var gauges = new SampledGauges();
    for (boolean ends : new boolean[] {false, true}) {
      gauges.seldom(
          "homeward.webhook.dead.letters",
          "messages that systems of organisations refused for good or too often",
          Tags.of("what", ends ? "end" : "alert"),
          () -> deadLetters.count(ends));
    }
    return gauges;
  }

  @Bean
  Background deadLetterSampling(SampledGauges deadLetterGauges) {
    return new Background(deadLetterGauges::start, deadLetterGauges::close);
  }

  /** An organisation that was not told, or not of the end: somebody has to call it. */
  @Bean
  HealthIndicator deadLettersHealthIndicator(DeadLetters deadLetters) {
    return () ->
        deadLetters.count(true) + deadLetters.count(false) > 0
            ? Health.up()
                .withDetail("code", "dead-letters")
                .withDetail("whatToDo", WHEN_DEAD)
                .build()
            : Health.up().build();
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
      MailSettings mail,
      FollowStates followStates,
      MeterRegistry metrics,
      Clock clock) {
    var unreached = metrics.counter("homeward.ends.unreached");
    return new SendSlice(
        slices.documents(),
        alertStates,
        new PlanBatch(numbers, freshCases::now, senders, new WriteMessages(sliceIds)),
        mail.deadline(),
        followStates::endsAreOut,
        alert -> {
          unreached.increment();
          LOG.warn("an end of alert {} was not delivered; its destinations say to whom", alert);
        },
        clock);
  }

  /** Closed with the context: batches that have begun finish. */
  @Bean
  SendSlices sendSlices(SendSlice sendSlice) {
    return new SendSlices(sendSlice::sendIfDue, sendSlice::owesEnds, PLACES);
  }
}
