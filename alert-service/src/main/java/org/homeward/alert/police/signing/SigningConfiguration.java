package org.homeward.alert.police.signing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.homeward.face.access.Permit;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The keys of CAP messages: their file, what they sign, what everybody sees of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningSettings.class)
public class SigningConfiguration {

  private static final String WHEN_NONE =
      "No CAP message leaves this node; the feed goes on as Atom and JSON. Make a key: POST"
          + " /actuator/capkeys with action make (docs/operations.md, 'Keys of CAP messages').";

  private static final String WHEN_UNUSABLE =
      "No CAP message leaves this node; the feed goes on as Atom and JSON. Bring cap.keys.json back to"
          + " HOMEWARD_SECRETS or HOMEWARD_DATA, from its copy (docs/operations.md, 'Keys of CAP"
          + " messages').";

  /** Public keys have nothing to protect. */
  public static List<Permit> permits() {
    return List.of(Permit.open(HttpMethod.GET, CapKeysController.KEYS));
  }

  @Bean
  CapKeys capKeys(NodeSettings node, Clock clock) {
    return new CapKeys(
        new CapKeyFile(node.secretFiles().resolve("cap.keys.json")), node.node(), clock);
  }

  /** A demo makes its key; for any other node a person does, who tells the readers of it. */
  @Bean
  AtOpening capKeyOpening(CapKeys capKeys, SigningSettings settings) {
    return () -> {
      if (settings.demo()) {
        try {
          capKeys.makeFirst();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Bean
  SignCap signCap(CapKeys capKeys) {
    return new SignCap(capKeys);
  }

  @Bean
  CapKeysController capKeysController(CapKeys capKeys) {
    return new CapKeysController(capKeys);
  }

  @Bean
  HttpCapKeys capKeysEndpoint(CapKeys capKeys) {
    return new HttpCapKeys(capKeys);
  }

  @Bean
  HealthIndicator capKeysHealthIndicator(CapKeys capKeys) {
    return () ->
        switch (capKeys.state()) {
          case CapKeys.State.Signs _ -> Health.up().build();
          case CapKeys.State.NoKey _ ->
              Health.down()
                  .withDetail("code", "cap-no-key")
                  .withDetail("whatToDo", WHEN_NONE)
                  .build();
          case CapKeys.State.Unusable(String why) ->
              Health.down()
                  .withDetail("cause", why)
                  .withDetail("code", "cap-key-unusable")
                  .withDetail("whatToDo", WHEN_UNUSABLE)
                  .build();
        };
  }

  @Bean
  MeterBinder capKeyMetrics(CapKeys capKeys) {
    return registry ->
        Gauge.builder("homeward.cap.signed", capKeys, keys -> keys.signing().isPresent() ? 1 : 0)
            .description(
                "1 while this node has a key to sign CAP messages; without one none leaves")
            .register(registry);
  }
}
