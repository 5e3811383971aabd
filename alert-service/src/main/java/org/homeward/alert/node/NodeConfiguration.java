package org.homeward.alert.node;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.frame.config.FrameConfiguration;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Opening;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which service of the node this is, and how it opens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
@Import(FrameConfiguration.class)
public class NodeConfiguration {

  @Bean
  ServiceName serviceName() {
    return new ServiceName("alert", "alerts");
  }

  @Bean
  Opening opening(AlertSettings settings, ObjectProvider<AtOpening> parts) {
    return new Opening(settings.startPatience(), parts.orderedStream().toList());
  }

  /** The one way out for what is known of a case; each look is recorded. */
  @Bean
  Disclosures disclosures(LogAuditTrail auditTrail, NodeSettings node, Clock clock) {
    return new Disclosures(
        auditTrail, TransferRules.withinNode(node.node(), requireNonNull(node.country())), clock);
  }
}
