package org.homeward.intake.config;

import static org.homeward.face.access.Role.AUTHORITY;
import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import org.homeward.face.FaceConfiguration;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.homeward.intake.web.IntakeWeb;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who may ask intake for what. */
@Configuration(proxyBeanMethods = false)
@Import({FaceConfiguration.class, IntakeWeb.class})
class WebConfiguration {

  @Bean
  Permissions permissions() {
    String report = "/api/v1/cases/{id}/reports/{report}";
    String child = "/api/v1/cases/{id}/children/{child}";
    return Permissions.of(
        Permit.of(POST, "/api/v1/reports", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(GET, "/api/v1/cases", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(GET, "/api/v1/cases/{id}", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, "/api/v1/cases/{id}/reports", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(PATCH, report, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, report + "/release", OPERATOR, SUPERVISOR),
        Permit.of(POST, report + "/hold", OPERATOR, SUPERVISOR),
        Permit.of(POST, "/api/v1/cases/{id}/freeze", OPERATOR, SUPERVISOR, AUTHORITY),
        Permit.of(POST, child + "/located", OPERATOR, SUPERVISOR),
        Permit.of(POST, child + "/end", OPERATOR, SUPERVISOR));
  }
}
