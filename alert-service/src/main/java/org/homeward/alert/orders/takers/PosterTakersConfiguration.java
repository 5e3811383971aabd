package org.homeward.alert.orders.takers;

import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.openphotos.GonePhotos;
import org.homeward.alert.sight.SeeCase;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The register of posters, and the calls to have them taken down. */
@Configuration(proxyBeanMethods = false)
public class PosterTakersConfiguration {

  private static final Role[] ON_THE_CASE = {Role.SUPERVISOR, Role.AUTHORITY};

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, PosterTakersController.OF_ALERT, Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.GET, PosterTakersController.OF_ALERT, Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.GET, PosterTakersController.TO_CALL, Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.POST, PosterTakersController.CALLS, Role.OPERATOR, ON_THE_CASE));
  }

  @Bean
  Aggregate<PosterTaker> posterTakers(
      Aggregates aggregates, ObjectProvider<ForgetTaker> forgetTaker) {
    return aggregates
        .of("poster-takers", PosterTaker.class)
        .askedBy("alert", "status")
        .alarm(id -> forgetTaker.getObject().forgetIfDue(id))
        .declared();
  }

  @Bean
  ForgetTaker forgetTaker(Aggregate<PosterTaker> posterTakers, Aggregate<Alert> alerts) {
    return new ForgetTaker(posterTakers.documents(), alerts.documents());
  }

  @Bean
  SeeTakers seeTakers(
      Aggregate<PosterTaker> posterTakers,
      Aggregate<Alert> alerts,
      AlertStates alertStates,
      SeeCase seeCase) {
    return new SeeTakers(posterTakers.documents(), alerts.documents(), alertStates, seeCase);
  }

  @Bean
  PosterTakersController posterTakersController(
      Aggregate<PosterTaker> posterTakers,
      SeeAlert seeAlert,
      SeeTakers seeTakers,
      GonePhotos gonePhotos,
      Clock clock) {
    return new PosterTakersController(
        seeAlert,
        seeTakers,
        new EnterTaker(posterTakers.documents(), gonePhotos, clock),
        new RecordCall(posterTakers.documents(), clock));
  }

  @Bean
  SampledGauges posterTakerGauges(SeeTakers seeTakers) {
    return new SampledGauges()
        .seldom(
            "homeward.poster.calls",
            "takers of posters who have to be called",
            Tags.empty(),
            () -> seeTakers.open(false));
  }

  @Bean
  Background posterTakerSampling(SampledGauges posterTakerGauges) {
    return new Background(posterTakerGauges::start, posterTakerGauges::close);
  }
}
