package org.homeward.intake.config;

import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Opening;
import org.homeward.frame.store.OwnDocuments;
import org.homeward.intake.cases.CaseShapes;
import org.homeward.intake.cases.KeptCase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service is called, and the cases in its database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
public class StoreConfiguration {

  @Bean
  ServiceName serviceName() {
    return new ServiceName("intake", "cases");
  }

  @Bean
  GuardedDocuments<KeptCase> cases(OwnDocuments documents) {
    return documents.of("cases", KeptCase.class, CaseShapes.ALL);
  }

  @Bean
  AtOpening casesOpening(GuardedDocuments<KeptCase> cases) {
    return () -> cases.prepare("standing");
  }

  @Bean
  Opening opening(IntakeSettings settings, ObjectProvider<AtOpening> parts) {
    return new Opening(settings.startPatience(), parts.orderedStream().toList());
  }
}
