package org.homeward.alert.sight;

import java.time.Clock;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.store.LogAuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sight: the one place where a person is let see a case. */
@Configuration(proxyBeanMethods = false)
public class SightConfiguration {

  @Bean
  SeeCase seeCase(
      Aggregate<CaseCopy> caseCopies,
      ObjectProvider<TopicReader> casesReader,
      LogAuditTrail auditTrail,
      Clock clock) {
    // The reader itself is made of what follows cases.
    return new SeeCase(
        caseCopies.documents(),
        caseId -> casesReader.getObject().isStale(caseId),
        auditTrail,
        auditTrail.evenWithoutKey(),
        clock);
  }
}
