package org.homeward.intake.kinds;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** A case at risk has an end, and may become a search. */
@Configuration(proxyBeanMethods = false)
public class KindsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(RingBeforeEnd.class);

  public static List<Permit> permits() {
    return List.of(
        Permit.of(
            HttpMethod.POST,
            KindsController.MISSING,
            Role.OPERATOR,
            Role.SUPERVISOR,
            Role.CONFIDANT),
        Permit.of(HttpMethod.POST, KindsController.RENEW, Role.OPERATOR, Role.SUPERVISOR));
  }

  @Bean
  RingBeforeEnd ringBeforeEnd(Aggregate<KeptCase> cases, MeterRegistry metrics, Clock clock) {
    Counter rings = metrics.counter("homeward.atrisk.rings"); // there is a number before one rings
    return new RingBeforeEnd(
        cases.documents(),
        id -> {
          rings.increment();
          LOG.warn("case {} is at risk, and its end waits for a person", id);
        },
        clock);
  }

  @Bean
  KindsController kindsController(LookAtCase lookAtCase, ChangeCase changeCase) {
    return new KindsController(lookAtCase, changeCase);
  }
}
