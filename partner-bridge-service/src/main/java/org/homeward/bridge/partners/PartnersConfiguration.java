package org.homeward.bridge.partners;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.start.StartRefused;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.disclosure.TransferTable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registry of partners, this node's keys, and what is on file. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnersSettings.class)
public class PartnersConfiguration {

  @Bean
  Partners partners(NodeSettings node) {
    return new Partners(node.node());
  }

  @Bean
  NodeKeys nodeKeys(PartnersSettings settings) {
    byte[] file = file(settings.keys(), "HOMEWARD_NODE_KEYS");
    try {
      return NodeKeys.read(file);
    } catch (IllegalArgumentException e) {
      throw refused(settings.keys(), "HOMEWARD_NODE_KEYS", e);
    }
  }

  @Bean
  KeepRegistry keepRegistry(PartnersSettings settings, MongoDatabase database, Partners partners) {
    byte[] file = file(settings.registryKey(), "HOMEWARD_REGISTRY_KEY");
    try {
      return new KeepRegistry(
          settings.registry(), Jwk.read(file), new MongoKeptRegistries(database), partners);
    } catch (IllegalArgumentException e) {
      throw refused(settings.registryKey(), "HOMEWARD_REGISTRY_KEY", e);
    }
  }

  @Bean(destroyMethod = "")
  Loop registryLoop(KeepRegistry keepRegistry, PartnersSettings settings) {
    return new Loop("registry", settings.registryPoll(), keepRegistry::read);
  }

  @Bean
  Background registryReading(KeepRegistry keepRegistry, Loop registryLoop) {
    return new Background(
        () -> {
          keepRegistry.read();
          registryLoop.start();
        },
        registryLoop::close);
  }

  @Bean
  Aggregate<PartnerGrounds> grounds(Aggregates aggregates) {
    return aggregates.of("grounds", PartnerGrounds.class).declared();
  }

  @Bean
  Borders borders(Partners partners, Aggregate<PartnerGrounds> grounds, NodeSettings node) {
    return new Borders(
        TransferTable.standard(), partners, grounds.documents(), requireNonNull(node.country()));
  }

  @Bean
  RecordGrounds recordGrounds(Aggregate<PartnerGrounds> grounds, Clock clock) {
    return new RecordGrounds(grounds.documents(), clock);
  }

  @Bean
  HealthIndicator registryHealthIndicator(Partners partners, Loop registryLoop, Clock clock) {
    return () -> {
      if (!registryLoop.isHealthy()) {
        return down("registry-not-read", "registry-not-read", "See that the store answers.");
      }
      if (!partners.trouble().isEmpty()) {
        return down(
            partners.trouble(),
            "registry-refused",
            "Put a signed registry.jws, not older than the last one, at HOMEWARD_REGISTRY; it is"
                + " read by itself.");
      }
      return partners.isExpired(clock.instant())
          ? down(
              "registry-expired",
              "registry-expired",
              "Put a newer registry.jws in place: offers, releases and sightings wait; stops and"
                  + " recalls go on.")
          : Health.up().build();
    };
  }

  @Bean
  SampledGauges partnerGauges(Partners partners, Clock clock) {
    return new SampledGauges()
        .gauge(
            "homeward.bridge.registry.left",
            "seconds until the registry of partners expires",
            () -> left(partners, clock.instant()));
  }

  @Bean
  Background partnerSampling(SampledGauges partnerGauges) {
    return new Background(partnerGauges::start, partnerGauges::close);
  }

  @Bean
  PartnersController partnersController(
      Partners partners,
      Borders borders,
      RecordGrounds recordGrounds,
      PartnerContacts partnerContacts,
      Clock clock) {
    return new PartnersController(partners, borders, recordGrounds, partnerContacts, clock);
  }

  /** None without a registry. */
  private static double left(Partners partners, Instant now) {
    return partners
        .registry()
        .map(registry -> Duration.between(now, registry.expires()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  private static Health down(String reason, String code, String whatToDo) {
    return Health.down()
        .withDetail("reason", reason)
        .withDetail("code", code)
        .withDetail("whatToDo", whatToDo)
        .build();
  }

  private static byte[] file(Path path, String variable) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw refused(path, variable, e);
    }
  }

  private static StartRefused refused(Path path, String variable, Exception why) {
    return new StartRefused(path + " (" + variable + ") is no key file; put it in place.", why);
  }
}
