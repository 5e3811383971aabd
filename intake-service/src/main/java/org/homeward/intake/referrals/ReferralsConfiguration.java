package org.homeward.intake.referrals;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.carefiles.LookAtCareFile;
import org.homeward.intake.providers.FindProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of referrals, which no other service hears of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReferralSettings.class)
public class ReferralsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeReferral.class);

  /** Members of the care file alone; a supervisor reads by break-glass. */
  public static List<Permit> permits() {
    String one = ReferralsController.ONE;
    return List.of(
        Permit.of(GET, ReferralsController.WORK, SUPERVISOR, CONFIDANT),
        Permit.of(GET, HttpReferrals.OF_FILE, SUPERVISOR, CONFIDANT),
        Permit.of(POST, HttpReferrals.OF_FILE, CONFIDANT),
        Permit.of(GET, one, SUPERVISOR, CONFIDANT),
        Permit.of(POST, one + "/sheet", CONFIDANT),
        Permit.of(POST, one + "/steps", CONFIDANT));
  }

  @Bean
  Aggregate<KeptReferral> referrals(
      Aggregates aggregates, ObjectProvider<ChangeReferral> changeReferral) {
    return aggregates
        .of("referrals", KeptReferral.class)
        .askedBy(KeptReferral.FILE, KeptReferral.STANDING)
        .alarm(id -> changeReferral.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeReferral changeReferral(
      Aggregate<KeptReferral> referrals,
      LookAtCareFile lookAtCareFile,
      MeterRegistry metrics,
      Clock clock) {
    Counter rings = metrics.counter("homeward.referrals.rings"); // a number before one rings
    return new ChangeReferral(
        referrals.documents(),
        lookAtCareFile::isThere,
        id -> {
          rings.increment();
          LOG.warn("nobody has settled referral {} in time", id);
        },
        clock);
  }

  @Bean
  ViewReferrals viewReferrals(
      Aggregate<KeptReferral> referrals, LookAtCareFile lookAtCareFile, Clock clock) {
    return new ViewReferrals(referrals.documents(), lookAtCareFile, clock);
  }

  @Bean
  StepTasks stepTasks(ViewReferrals viewReferrals, LookAtCareFile lookAtCareFile) {
    return new StepTasks(viewReferrals, lookAtCareFile);
  }

  @Bean
  ReferralsController referralsController(
      LookAtCareFile lookAtCareFile,
      ViewReferrals viewReferrals,
      ChangeReferral changeReferral,
      FindProvider findProvider,
      ReferralSettings settings,
      Clock clock) {
    return new ReferralsController(
        lookAtCareFile,
        viewReferrals,
        changeReferral,
        findProvider,
        settings.answerWithin(),
        clock);
  }

  @Bean
  SampledGauges referralGauges(ViewReferrals viewReferrals) {
    return new SampledGauges()
        .seldom(
            "homeward.referrals.overdue",
            "referrals of which nobody has settled the next step in time",
            Tags.empty(),
            viewReferrals::overdue);
  }

  @Bean
  Background referralSampling(SampledGauges referralGauges) {
    return new Background(referralGauges::start, referralGauges::close);
  }
}
