package org.homeward.bridge.config;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.homeward.bridge.mongo.MongoKeptRegistries;
import org.homeward.bridge.partners.KeepRegistry;
import org.homeward.bridge.partners.PartnerGrounds;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.partners.RecordGrounds;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.Background;
import org.homeward.frame.start.StartRefused;
import org.homeward.schema.bridge.Jwk;
import org.homeward.schema.bridge.NodeKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registry of partners, this node's keys, and what is on file. */
@Configuration(proxyBeanMethods = false)
public class PartnersConfiguration {

  @Bean
  Partners partners(NodeSettings node) {
    return new Partners(node.node());
  }

  @Bean
  NodeKeys nodeKeys(BridgeSettings settings) {
    byte[] file = file(settings.keys(), "HOMEWARD_NODE_KEYS");
    try {
      return NodeKeys.read(file);
    } catch (IllegalArgumentException e) {
      throw refused(settings.keys(), "HOMEWARD_NODE_KEYS", e);
    }
  }

  @Bean
  KeepRegistry keepRegistry(BridgeSettings settings, MongoDatabase database, Partners partners) {
    byte[] file = file(settings.registryKey(), "HOMEWARD_REGISTRY_KEY");
    try {
      return new KeepRegistry(
          settings.registry(), Jwk.read(file), new MongoKeptRegistries(database), partners);
    } catch (IllegalArgumentException e) {
      throw refused(settings.registryKey(), "HOMEWARD_REGISTRY_KEY", e);
    }
  }

  @Bean(destroyMethod = "")
  Loop registryLoop(KeepRegistry keepRegistry, BridgeSettings settings) {
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
  RecordGrounds recordGrounds(Aggregate<PartnerGrounds> grounds, Clock clock) {
    return new RecordGrounds(grounds.documents(), clock);
  }

  @Bean
  HealthIndicator registryHealthIndicator(Partners partners, Loop registryLoop, Clock clock) {
    return () -> {
      if (!registryLoop.isHealthy()) {
        return down("registry-not-read", "See that the store answers.");
      }
      if (!partners.trouble().isEmpty()) {
        return down(
            partners.trouble(),
            "Put a signed registry.jws, not older than the last one, at HOMEWARD_REGISTRY; it is"
                + " read by itself.");
      }
      return partners.isExpired(clock.instant())
          ? down(
              "registry-expired",
              "Put a newer registry.jws in place: offers, releases and sightings wait; stops and"
                  + " recalls go on.")
          : Health.up().build();
    };
  }

  private static Health down(String reason, String whatToDo) {
    return Health.down().withDetail("reason", reason).withDetail("whatToDo", whatToDo).build();
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
