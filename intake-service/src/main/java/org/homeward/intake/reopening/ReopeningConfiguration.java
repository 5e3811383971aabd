package org.homeward.intake.reopening;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.intake.aftercare.EndTellings;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.reports.OpenCase;
import org.homeward.intake.episodes.FindEpisodes;
import org.homeward.intake.episodes.LinkEpisodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** New episodes of children whose search had ended. */
@Configuration(proxyBeanMethods = false)
public class ReopeningConfiguration {

  /** Whoever takes reports. */
  public static List<Permit> permits() {
    return List.of(Permit.of(POST, ReopeningController.AGAIN, OPERATOR, SUPERVISOR, CONFIDANT));
  }

  @Bean
  OpenEpisode openEpisode(
      Aggregate<KeptCase> cases,
      OpenCase openCase,
      ChangeCase changeCase,
      LinkEpisodes linkEpisodes,
      FindEpisodes findEpisodes) {
    return new OpenEpisode(cases.documents(), openCase, changeCase, linkEpisodes, findEpisodes);
  }

  @Bean
  SettleEpisode settleEpisode(
      Aggregate<KeptCase> cases, EndTellings endTellings, LinkEpisodes linkEpisodes, Clock clock) {
    return new SettleEpisode(cases.documents(), endTellings, linkEpisodes, clock);
  }

  @Bean
  ReopeningController reopeningController(
      LookAtCase lookAtCase, OpenEpisode openEpisode, EndTellings endTellings, Clock clock) {
    return new ReopeningController(lookAtCase, openEpisode, endTellings, clock);
  }
}
