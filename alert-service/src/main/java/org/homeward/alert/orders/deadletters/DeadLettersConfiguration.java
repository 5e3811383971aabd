package org.homeward.alert.orders.deadletters;

import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.delivery.SliceIds;
import org.homeward.alert.orders.delivery.WakeSlice;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Dead letters: listed, counted, told, and sent again by a person. */
@Configuration(proxyBeanMethods = false)
public class DeadLettersConfiguration {

  private static final String WHEN_DEAD =
      "The system of an organisation refused messages for good or too often. GET /api/v1/dead-letters"
          + " names it: call the organisation, and have a supervisor send them again.";

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.GET, DeadLettersController.DEAD_LETTERS, Role.SUPERVISOR, Role.ADMIN),
        Permit.of(HttpMethod.POST, DeadLettersController.REPLAY, Role.SUPERVISOR));
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
      SubscriptionNumbers numbers,
      WakeSlice wakeSlice,
      SeeAlert seeAlert) {
    return new DeadLettersController(
        deadLetters,
        new ReplayDeadLetter(slices.documents(), sliceIds, numbers, wakeSlice),
        seeAlert);
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
}
