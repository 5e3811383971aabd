package org.homeward.bridge;

import static org.homeward.face.access.Role.ADMIN;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.PARTNER_DESK;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.homeward.face.FaceConfiguration;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** The permissions of this service. */
@Configuration(proxyBeanMethods = false)
@Import(FaceConfiguration.class)
class AccessConfiguration {

  private static final String ONE = "/api/v1/handovers/{id}";

  @Bean
  AllowanceRow partnerPlaces() {
    return AllowanceRow.of(POST, "/bridge/v1/messages", Allowance.PARTNERS);
  }

  @Bean
  AllowanceRow photoPlaces() {
    return AllowanceRow.of(POST, "/bridge/v1/photos", Allowance.PARTNER_PHOTOS);
  }

  @Bean
  Permissions permissions() {
    return Permissions.of(
        Permit.open(POST, "/bridge/v1/messages"),
        Permit.open(POST, "/bridge/v1/photos"),
        Permit.of(GET, "/api/v1/partners", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO, ADMIN),
        Permit.of(GET, "/api/v1/partners/{node}", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO, ADMIN),
        Permit.of(POST, "/api/v1/partners/{node}/grounds", DPO),
        Permit.of(GET, "/api/v1/quarantine", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO, ADMIN),
        Permit.of(POST, "/api/v1/quarantine/open", SUPERVISOR, PARTNER_DESK),
        team(POST, "/api/v1/handovers"),
        Permit.of(GET, "/api/v1/handovers", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO),
        team(GET, "/api/v1/handovers/preview"),
        Permit.of(GET, ONE, OPERATOR, SUPERVISOR, PARTNER_DESK, DPO),
        Permit.of(GET, ONE + "/content", SUPERVISOR, PARTNER_DESK),
        Permit.of(GET, ONE + "/photos", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/photos/{photo}/look", SUPERVISOR, PARTNER_DESK),
        Permit.of(GET, ONE + "/photos/{photo}/{size}", SUPERVISOR, PARTNER_DESK),
        Permit.of(GET, ONE + "/disclosures", SUPERVISOR, PARTNER_DESK, DPO),
        Permit.of(GET, ONE + "/receipt", SUPERVISOR, PARTNER_DESK, DPO),
        Permit.of(POST, ONE + "/acknowledge", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/accept", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/reject", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/counter", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/check", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/recall", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/renew", SUPERVISOR, PARTNER_DESK),
        team(POST, ONE + "/brake"),
        team(POST, ONE + "/sightings"),
        team(POST, ONE + "/proposals"),
        Permit.of(POST, ONE + "/grounds", SUPERVISOR),
        Permit.of(GET, "/api/v1/changes/bridge", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO),
        Permit.of(GET, "/api/v1/audit/bridge", DPO),
        Permit.of(GET, "/api/v1/health/bridge", ADMIN, DPO));
  }

  private static Permit team(HttpMethod method, String path) {
    return Permit.of(method, path, OPERATOR, SUPERVISOR, PARTNER_DESK);
  }
}
