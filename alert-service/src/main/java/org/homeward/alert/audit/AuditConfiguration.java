package org.homeward.alert.audit;

import java.util.List;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.copies.AuditedByCase;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.evidence.AuditedSubjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The beans of this room; the frame reads the trail. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.GET, "/api/v1/audit/alert", Role.DPO),
        Permit.of(HttpMethod.GET, "/api/v1/health/alert", Role.ADMIN, Role.DPO));
  }

  @Bean
  AuditedSubjects auditedSubjects(
      Aggregate<CaseCopy> caseCopies,
      Aggregate<PoliceNotice> policeNotices,
      Aggregate<Alert> alerts,
      TellPolice tellPolice) {
    return new AuditedAlerts(
        new AuditedByCase<>(caseCopies.documents(), alerts.documents()),
        policeNotices.documents(),
        tellPolice);
  }
}
