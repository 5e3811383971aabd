package org.homeward.bridge.sight;

import java.time.Clock;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.CopiedNotTo;
import org.homeward.durable.Aggregate;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.store.LogAuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sight: the one place where a person is let see a case. */
@Configuration(proxyBeanMethods = false)
public class SightConfiguration {

  @Bean
  SeeHandovers seeHandovers(
      Aggregate<CaseCopy> caseCopies,
      @Qualifier("casesReader") ObjectProvider<TopicReader> casesReader,
      LogAuditTrail auditTrail,
      Clock clock) {
    return new SeeHandovers(
        new CopiedNotTo(caseCopies.documents())::of,
        caseId -> casesReader.getObject().isStale(caseId),
        auditTrail,
        auditTrail.evenWithoutKey(),
        clock);
  }

  @Bean
  LookProblems lookProblems() {
    return new LookProblems();
  }
}
