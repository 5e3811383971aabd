package org.homeward.intake.shifts;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
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
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.ViewCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of what shifts leave, which no other service hears of, and its use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShiftSettings.class)
public class ShiftsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeShift.class);

  /** The team that takes reports. */
  public static List<Permit> permits() {
    String shifts = "/api/v1/shifts";
    return List.of(
        Permit.of(GET, shifts, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, shifts, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(GET, shifts + "/{id}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, shifts + "/{id}/accept", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, shifts + "/{id}/take-back", OPERATOR, SUPERVISOR, CONFIDANT));
  }

  @Bean
  Aggregate<KeptShift> shifts(Aggregates aggregates, ObjectProvider<ChangeShift> changeShift) {
    return aggregates
        .of("shifts", KeptShift.class)
        .listed(ViewShifts.WAITING_FIRST)
        .alarm(id -> changeShift.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeShift changeShift(
      Aggregate<KeptShift> shifts,
      Aggregate<KeptCase> cases,
      ShiftSettings settings,
      MeterRegistry metrics,
      Clock clock) {
    Counter rings = metrics.counter("homeward.shifts.rings"); // there is a number before one rings
    return new ChangeShift(
        shifts.documents(),
        ErasedCase.among(cases.documents()),
        id -> {
          rings.increment();
          LOG.warn("nobody has accepted shift {} in time", id);
        },
        settings.shiftsKept(),
        clock);
  }

  @Bean
  ViewShifts viewShifts(
      Aggregate<KeptShift> shifts, ViewCases viewCases, LogAuditTrail trail, Clock clock) {
    return new ViewShifts(shifts.documents(), viewCases, trail, clock);
  }

  @Bean
  ShiftsController shiftsController(
      ChangeShift changeShift, ViewShifts viewShifts, LookAtCase lookAtCase, Clock clock) {
    return new ShiftsController(changeShift, viewShifts, lookAtCase, clock);
  }

  @Bean
  SampledGauges shiftGauges(ViewShifts viewShifts) {
    return new SampledGauges()
        .seldom(
            "homeward.shifts.overdue",
            "shifts that nobody has accepted in time",
            Tags.empty(),
            viewShifts::overdue);
  }

  @Bean
  Background shiftSampling(SampledGauges shiftGauges) {
    return new Background(shiftGauges::start, shiftGauges::close);
  }
}
