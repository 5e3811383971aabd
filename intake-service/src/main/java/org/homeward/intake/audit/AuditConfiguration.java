package org.homeward.intake.audit;

import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.frame.evidence.AuditedSubjects;
import org.homeward.intake.cases.KeptCase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room; the frame reads the trail. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

  @Bean
  AuditedSubjects auditedSubjects(Aggregate<KeptCase> cases, List<AuditedBeside> beside) {
    return new AuditedCases(cases.documents(), beside);
  }
}
