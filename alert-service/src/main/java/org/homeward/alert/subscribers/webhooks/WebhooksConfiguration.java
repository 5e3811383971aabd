package org.homeward.alert.subscribers.webhooks;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.node.CountedAnswers;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.mail.DomainBreakers;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.organisations.EntryGauges;
import org.homeward.alert.subscribers.organisations.HttpEntries;
import org.homeward.alert.subscribers.organisations.ListEntries;
import org.homeward.alert.subscribers.organisations.MongoEntryNumbers;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.Drain;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeKey;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Webhooks: systems of organisations that are told of alerts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhooksConfiguration {

  /** In which a webhook can be. */
  private static final Set<Webhook.State> STATES =
      EnumSet.complementOf(EnumSet.of(Webhook.State.ERASED));

  /** How long health says that a system is gone. */
  private static final Duration TOLD_FOR = Duration.ofDays(7);

  private static final String WHEN_GONE =
      "The system of an organisation has answered 410 and is told nothing any more."
          + " GET /api/v1/webhooks names it: ask the organisation, and register its new address.";

  private static final String WHEN_OPEN =
      "The system of an organisation keeps failing and is asked again every 30 s; its messages wait."
          + " GET /api/v1/webhooks names it by its breaker: call the organisation.";

  public static List<Permit> permits() {
    List<Permit> all = new ArrayList<>(HttpEntries.permits(WebhooksController.WEBHOOKS));
    for (String path :
        List.of(
            WebhooksController.CHALLENGE,
            WebhooksController.ROTATE,
            WebhooksController.PAUSE,
            WebhooksController.RESUME)) {
      all.add(Permit.of(HttpMethod.POST, path, Role.ADMIN));
    }
    return all;
  }

  /** One that goes live gets its number as other documents get on a topic. */
  @Bean
  Aggregate<Webhook> webhooks(
      Aggregates aggregates,
      Drain<Webhook> webhookEnds,
      ObjectProvider<MongoEntryNumbers<Webhook>> webhookNumbers,
      ObjectProvider<ProveWebhook> proveWebhook) {
    return aggregates
        .of("webhooks", Webhook.class)
        .publishedTo(webhookEnds, changed -> webhookNumbers.getObject().drain(changed))
        .alarm(id -> proveWebhook.getObject().proveIfDue(id))
        .declared();
  }

  @Bean
  MongoEntryNumbers<Webhook> webhookNumbers(
      Log subscriptionNumberLog, Aggregate<Webhook> webhooks) {
    return new MongoEntryNumbers<>(
        subscriptionNumberLog,
        webhooks.documents(),
        new MongoEntryNumbers.Kind<>("webhook", Webhook.LIVE, WebhooksConfiguration::address));
  }

  /** A revoked one is owed ends; one that is gone takes nothing. */
  private static Optional<Address> address(String id, Webhook webhook) {
    return Optional.of(webhook)
        .filter(each -> each.state() != Webhook.State.GONE)
        .map(
            each ->
                new Address.Endpoint(id, each.name(), each.url().getHost(), each.paused() != null));
  }

  @Bean
  SealedKeys webhookKeys(NodeSettings node) {
    return new SealedKeys(NodeKey.in(node.data()));
  }

  @Bean
  AddressRule webhookAddresses(WebhookSettings settings) {
    return new AddressRule(settings.webhooks().loopback());
  }

  @Bean
  HttpPosts webhookPosts(AddressRule webhookAddresses, WebhookSettings settings, Clock clock) {
    return new HttpPosts(
        webhookAddresses,
        InetAddress::getAllByName,
        settings.webhooks().connect(),
        settings.webhooks().places(),
        clock);
  }

  @Bean
  EndWebhook endWebhook(Aggregate<Webhook> webhooks, Clock clock) {
    return new EndWebhook(webhooks.documents(), clock);
  }

  @Bean
  ProveWebhook proveWebhook(
      Aggregate<Webhook> webhooks,
      SealedKeys webhookKeys,
      HttpPosts webhookPosts,
      WebhookSettings settings,
      Clock clock) {
    return new ProveWebhook(
        webhooks.documents(), webhookKeys, webhookPosts, settings.webhooks().deadline(), clock);
  }

  @Bean
  SendToWebhook sendToWebhook(
      Aggregate<Webhook> webhooks,
      SealedKeys webhookKeys,
      HttpPosts webhookPosts,
      DomainBreakers hostBreakers,
      EndWebhook endWebhook,
      WebhookSettings settings,
      MeterRegistry metrics,
      Clock clock) {
    var messages =
        CountedAnswers.ofOutcomes(metrics, "homeward.webhook.messages", MailResult.class);
    return new SendToWebhook(
        webhooks.documents(),
        webhookKeys,
        webhookPosts,
        hostBreakers,
        new Rates(settings.webhooks().rate(), clock),
        endWebhook,
        settings.webhooks().deadline(),
        messages::countOutcome,
        clock);
  }

  @Bean
  VerifySignature verifySignature(
      Aggregate<Webhook> webhooks, SealedKeys webhookKeys, Clock clock) {
    return new VerifySignature(webhooks.documents(), webhookKeys, clock);
  }

  @Bean
  DomainBreakers hostBreakers(Clock clock) {
    return new DomainBreakers(clock);
  }

  @Bean
  ListEntries<Webhook> listWebhooks(Aggregate<Webhook> webhooks) {
    return new ListEntries<>(webhooks.documents());
  }

  @Bean
  WatchWebhooks watchWebhooks(ListEntries<Webhook> listWebhooks) {
    return new WatchWebhooks(listWebhooks);
  }

  @Bean
  WebhooksController webhooksController(
      Aggregate<Webhook> webhooks,
      SealedKeys webhookKeys,
      ProveWebhook proveWebhook,
      EndWebhook endWebhook,
      ListEntries<Webhook> listWebhooks,
      DomainBreakers hostBreakers,
      AddressRule webhookAddresses,
      NodeSettings node,
      Clock clock) {
    return new WebhooksController(
        new HttpEntries<>(
            WebhooksController.kind(hostBreakers),
            listWebhooks,
            new ConfirmEntry<>(webhooks.documents(), WebhooksConfiguration::confirmed)),
        new RegisterWebhook(webhooks.documents(), webhookKeys, clock),
        proveWebhook,
        new RotateWebhook(webhooks.documents(), webhookKeys, clock),
        endWebhook,
        new PauseWebhook(webhooks.documents(), clock),
        webhookAddresses,
        requireNonNull(node.country()));
  }

  private static Edit<Webhook> confirmed(Guarded<Webhook> read, String by, Instant now) {
    return Edit.of(read.state().confirmed(by, now), by, Webhook.CONFIRMED)
        .withDues(Map.of(ProveWebhook.PROVE_DUE, now));
  }

  @Bean
  SampledGauges webhookGauges(
      ListEntries<Webhook> listWebhooks, WatchWebhooks watchWebhooks, DomainBreakers hostBreakers) {
    return EntryGauges.of(
            "homeward.webhooks", "registered webhooks by how they stand", STATES, listWebhooks)
        .list(
            "homeward.webhook.breakers",
            "hosts of webhooks, by the state of their breaker",
            "",
            "state",
            hostBreakers::byState)
        .seldom(
            "homeward.webhooks.paused",
            "webhooks to which an administrator sends nothing new",
            Tags.empty(),
            watchWebhooks::paused);
  }

  @Bean
  Background webhookSampling(SampledGauges webhookGauges) {
    return new Background(webhookGauges::start, webhookGauges::close);
  }

  /** An organisation that believes to be told and is not: nobody else would notice. */
  @Bean
  HealthIndicator webhooksHealthIndicator(
      WatchWebhooks watchWebhooks, DomainBreakers hostBreakers, Clock clock) {
    return () -> {
      if (watchWebhooks.isOneGone(clock.instant().minus(TOLD_FOR))) {
        return Health.up()
            .withDetail("code", "webhook-gone")
            .withDetail("whatToDo", WHEN_GONE)
            .build();
      }
      return hostBreakers.byState().getOrDefault("open", 0.0) > 0
          ? Health.up()
              .withDetail("code", "webhook-breaker-open")
              .withDetail("whatToDo", WHEN_OPEN)
              .build()
          : Health.up().build();
    };
  }
}
