package org.homeward.bridge.config;

import static org.homeward.face.access.Role.ADMIN;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.PARTNER_DESK;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Clock;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.SayToOwner;
import org.homeward.bridge.handovers.ViewHandovers;
import org.homeward.bridge.messages.ReceiveMessage;
import org.homeward.bridge.mongo.MongoMessageLog;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.partners.RecordGrounds;
import org.homeward.bridge.quarantine.KeepQuarantine;
import org.homeward.bridge.telling.Borders;
import org.homeward.bridge.telling.CheckSighting;
import org.homeward.bridge.telling.OfferCase;
import org.homeward.bridge.web.HandoversController;
import org.homeward.bridge.web.LookProblems;
import org.homeward.bridge.web.MessagesController;
import org.homeward.bridge.web.MovesController;
import org.homeward.bridge.web.PartnersController;
import org.homeward.bridge.web.QuarantineController;
import org.homeward.face.FaceConfiguration;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** The REST side, and who may ask for what. */
@Configuration(proxyBeanMethods = false)
@Import(FaceConfiguration.class)
public class AccessConfiguration {

  private static final String ONE = "/api/v1/handovers/{id}";

  @Bean
  AllowanceRow partnerPlaces() {
    return AllowanceRow.of(POST, "/bridge/v1/messages", Allowance.PARTNERS);
  }

  @Bean
  Permissions permissions() {
    return Permissions.of(
        Permit.open(POST, "/bridge/v1/messages"),
        Permit.of(GET, "/api/v1/partners", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO, ADMIN),
        Permit.of(GET, "/api/v1/partners/{node}", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO, ADMIN),
        Permit.of(POST, "/api/v1/partners/{node}/grounds", DPO),
        Permit.of(GET, "/api/v1/quarantine", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO, ADMIN),
        Permit.of(POST, "/api/v1/quarantine/open", SUPERVISOR, PARTNER_DESK),
        team(POST, "/api/v1/handovers"),
        Permit.of(GET, "/api/v1/handovers", OPERATOR, SUPERVISOR, PARTNER_DESK, DPO),
        Permit.of(GET, ONE, OPERATOR, SUPERVISOR, PARTNER_DESK, DPO),
        Permit.of(GET, ONE + "/disclosures", SUPERVISOR, PARTNER_DESK, DPO),
        Permit.of(GET, ONE + "/receipt", SUPERVISOR, PARTNER_DESK, DPO),
        Permit.of(POST, ONE + "/acknowledge", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/accept", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/reject", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/counter", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/check", SUPERVISOR, PARTNER_DESK),
        Permit.of(POST, ONE + "/recall", SUPERVISOR, PARTNER_DESK),
        team(POST, ONE + "/brake"),
        team(POST, ONE + "/sightings"),
        team(POST, ONE + "/proposals"),
        Permit.of(POST, ONE + "/grounds", SUPERVISOR));
  }

  private static Permit team(HttpMethod method, String path) {
    return Permit.of(method, path, OPERATOR, SUPERVISOR, PARTNER_DESK);
  }

  @Bean
  HandoversController handoversController(
      OfferCase offerCase, ViewHandovers viewHandovers, MongoMessageLog messageLog) {
    return new HandoversController(offerCase, viewHandovers, messageLog);
  }

  @Bean
  LookProblems lookProblems() {
    return new LookProblems();
  }

  @Bean
  MovesController movesController(
      ChangeHandover changeHandover,
      SayToOwner sayToOwner,
      CheckSighting checkSighting,
      Clock clock) {
    return new MovesController(changeHandover, sayToOwner, checkSighting, clock);
  }

  @Bean
  PartnersController partnersController(
      Partners partners, Borders borders, RecordGrounds recordGrounds, Clock clock) {
    return new PartnersController(partners, borders, recordGrounds, clock);
  }

  @Bean
  QuarantineController quarantineController(KeepQuarantine quarantine) {
    return new QuarantineController(quarantine);
  }

  @Bean
  MessagesController messagesController(ReceiveMessage receiveMessage) {
    return new MessagesController(receiveMessage);
  }
}
