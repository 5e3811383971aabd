package org.homeward.alert.orders.posters;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.preview.PreviewSettings;
import org.homeward.copies.FreshCases;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.recovery.Recovery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Posters of public alerts. */
@Configuration(proxyBeanMethods = false)
public class PostersConfiguration {

  private static final Role[] ON_THE_CASE = {Role.SUPERVISOR, Role.AUTHORITY};

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.GET, PostersController.POSTER, Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.GET, PostersController.PDF, Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.GET, PostersController.PNG, Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.GET, PostersController.SQUARE, Role.OPERATOR, ON_THE_CASE));
  }

  @Bean
  PostersController postersController(
      SeeAlert seeAlert,
      AlertStates alertStates,
      FreshCases freshCases,
      Recovery recovery,
      FindFace findFace,
      AlertSettings settings,
      PreviewSettings previews,
      MeterRegistry metrics,
      Clock clock) {
    var write = new WritePoster(findFace, settings.gateway(), settings.phone(), previews.zone());
    var makePoster =
        new MakePoster(
            alertStates,
            () -> freshCases.isFresh() && !recovery.isQuarantined(), // upholds 4
            write,
            new DrawingPlace(),
            clock);
    return new PostersController(seeAlert, makePoster, metrics);
  }
}
