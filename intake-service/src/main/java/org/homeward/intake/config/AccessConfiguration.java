package org.homeward.intake.config;

import static org.homeward.face.access.Role.AUTHORITY;
import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.time.Clock;
import org.homeward.face.FaceConfiguration;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.OpenCase;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.web.CaseProblems;
import org.homeward.intake.web.CasesController;
import org.homeward.intake.web.ReportsController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The REST side, and who may ask for what. */
@Configuration(proxyBeanMethods = false)
@Import(FaceConfiguration.class)
public class AccessConfiguration {

  public static final Permissions PERMISSIONS =
      Permissions.of(
          Permit.of(POST, "/api/v1/reports", OPERATOR, SUPERVISOR, CONFIDANT),
          Permit.of(GET, "/api/v1/cases", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
          Permit.of(GET, "/api/v1/cases/{id}", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
          Permit.of(POST, "/api/v1/cases/{id}/reports", OPERATOR, SUPERVISOR, CONFIDANT),
          Permit.of(PATCH, "/api/v1/cases/{id}/reports/{report}", OPERATOR, SUPERVISOR, CONFIDANT),
          Permit.of(POST, "/api/v1/cases/{id}/reports/{report}/release", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/reports/{report}/hold", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/freeze", OPERATOR, SUPERVISOR, AUTHORITY),
          Permit.of(POST, "/api/v1/cases/{id}/children/{child}/located", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/children/{child}/end", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/tasks/{task}/done", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/erase", DPO));

  @Bean
  Permissions permissions() {
    return PERMISSIONS;
  }

  @Bean
  CaseProblems caseProblems() {
    return new CaseProblems();
  }

  @Bean
  ReportsController reportsController(OpenCase openCase, ChangeCase changeCase, Clock clock) {
    return new ReportsController(openCase, changeCase, clock);
  }

  @Bean
  CasesController casesController(ViewCases viewCases, ChangeCase changeCase) {
    return new CasesController(viewCases, changeCase);
  }
}
