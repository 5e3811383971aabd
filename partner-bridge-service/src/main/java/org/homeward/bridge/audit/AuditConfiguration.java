package org.homeward.bridge.audit;

import org.homeward.bridge.handovers.Handover;
import org.homeward.copies.AuditedByCase;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.frame.evidence.AuditedSubjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room; the frame reads the trail. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

  /** A partner's word keeps nothing from the officer, who decides about it. */
  @Bean
  AuditedSubjects auditedSubjects(Aggregate<Handover> handovers, Aggregate<CaseCopy> caseCopies) {
    return new AuditedByCase<>(caseCopies.documents(), handovers.documents());
  }
}
