package org.homeward.intake.oncall;

import static org.homeward.face.access.Role.ADMIN;
import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.store.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The card of who is on call, which stays at the hotline. */
@Configuration(proxyBeanMethods = false)
public class OnCallConfiguration {

  /** Never police or partners: it has colleagues' telephone numbers. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(
            HttpMethod.GET, OnCallController.ON_CALL, OPERATOR, SUPERVISOR, CONFIDANT, DPO, ADMIN),
        Permit.of(HttpMethod.PUT, OnCallController.ON_CALL, ADMIN));
  }

  @Bean
  Aggregate<OnCallCard> onCallCards(Aggregates aggregates) {
    return aggregates.of("on-call-cards", OnCallCard.class).declared();
  }

  @Bean
  KeepCard keepCard(Aggregate<OnCallCard> onCallCards, Clock clock) {
    return new KeepCard(onCallCards.documents(), clock);
  }

  @Bean
  OnCallController onCallController(KeepCard keepCard) {
    return new OnCallController(keepCard);
  }
}
