package org.homeward.bridge.config;

import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.messages.PartnerSilence;
import org.homeward.bridge.partners.Partners;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.schema.facts.HandoverStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service counts beside what all do; none of it is about a person or a case. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  private static final int ENOUGH = 1_000;

  @Bean
  SampledGauges bridgeGauges(
      Aggregate<Handover> handovers,
      PartnerSilence partnerSilence,
      Partners partners,
      Clock clock) {
    return new SampledGauges()
        .seldom(
            "homeward.bridge.oldest.unacknowledged",
            "seconds since the oldest offer that no partner has acknowledged",
            Tags.empty(),
            () -> age(oldestUnacknowledged(handovers.documents()), clock))
        .gauge(
            "homeward.bridge.registry.left",
            "seconds until the registry of partners expires",
            () -> left(partners, clock.instant()))
        .list(
            "homeward.bridge.partner.unanswered",
            "attempts in a row that a partner has not answered",
            "",
            "partner",
            partnerSilence::byPartner);
  }

  @Bean
  Background bridgeSampling(SampledGauges bridgeGauges) {
    return new Background(bridgeGauges::start, bridgeGauges::close);
  }

  private static Instant oldestUnacknowledged(GuardedDocuments<Handover> handovers) {
    return handovers.page("status", HandoverStatus.OFFERED.name(), "", ENOUGH).stream()
        .filter(found -> found.state() instanceof Owned)
        .map(found -> ((Owned) found.state()).clocks().offeredAt())
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** None without a registry. */
  private static double left(Partners partners, Instant now) {
    return partners
        .registry()
        .map(registry -> Duration.between(now, registry.expires()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  /** In seconds. */
  private static double age(Instant since, Clock clock) {
    Instant now = clock.instant();
    return since.isAfter(now) ? 0 : Duration.between(since, now).toMillis() / 1000.0;
  }
}
