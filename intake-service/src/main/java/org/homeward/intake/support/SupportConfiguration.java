package org.homeward.intake.support;

import static java.util.Objects.requireNonNull;
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
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Permit;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.aftercare.FindFears;
import org.homeward.intake.carefiles.CareLinks;
import org.homeward.intake.carefiles.LookAtCareFile;
import org.homeward.intake.providers.FindProvider;
import org.homeward.schema.facts.Feared;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of support, which no other service hears of. */
@Configuration(proxyBeanMethods = false)
public class SupportConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeSupport.class);

  /** Members of the care file alone; a supervisor reads by break-glass. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(GET, SupportController.WORK, SUPERVISOR, CONFIDANT),
        Permit.of(GET, HttpSupport.OF_FILE, SUPERVISOR, CONFIDANT),
        Permit.of(POST, SupportController.NEEDS, CONFIDANT),
        Permit.of(POST, SupportController.WORDS, CONFIDANT),
        Permit.of(POST, SupportController.SERVICES, CONFIDANT),
        Permit.of(POST, SupportController.MOVED, CONFIDANT),
        Permit.of(POST, SupportController.PLAN, CONFIDANT));
  }

  @Bean
  Aggregate<KeptSupport> supports(
      Aggregates aggregates, ObjectProvider<ChangeSupport> changeSupport) {
    return aggregates
        .of("supports", KeptSupport.class)
        .askedBy(KeptSupport.KEPT)
        .alarm(id -> changeSupport.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeSupport changeSupport(
      Aggregate<KeptSupport> supports,
      LookAtCareFile lookAtCareFile,
      MeterRegistry metrics,
      Clock clock) {
    Counter rings = metrics.counter("homeward.support.rings"); // a number before one rings
    return new ChangeSupport(
        supports.documents(),
        lookAtCareFile,
        id -> {
          rings.increment();
          LOG.warn("nobody has reviewed the plan of care file {} in time", id);
        },
        clock);
  }

  @Bean
  ReviewTasks reviewTasks(ChangeSupport changeSupport, LookAtCareFile lookAtCareFile) {
    return new ReviewTasks(changeSupport, lookAtCareFile);
  }

  /** Rules with a hole refuse the start. */
  @Bean
  CustodyRules custodyRules() {
    return CustodyRules.ours();
  }

  @Bean
  SupportController supportController(
      LookAtCareFile lookAtCareFile,
      ChangeSupport changeSupport,
      FindProvider findProvider,
      CustodyRules custodyRules,
      CareLinks careLinks,
      FindFears findFears,
      NodeSettings node,
      DerivedIds ids,
      Clock clock) {
    String country = requireNonNull(node.country());
    return new SupportController(
        lookAtCareFile,
        changeSupport,
        findProvider,
        need -> custodyRules.of(country, need.service()),
        file ->
            careLinks.childrenOf(file).entrySet().stream()
                .anyMatch(
                    each ->
                        findFears.of(each.getKey(), each.getValue()).contains(Feared.CAREGIVER)),
        ids,
        clock);
  }

  @Bean
  SampledGauges supportGauges(ChangeSupport changeSupport) {
    return new SampledGauges()
        .seldom(
            "homeward.support.overdue",
            "plans of support that nobody has reviewed in time",
            Tags.empty(),
            changeSupport::overdue);
  }

  @Bean
  Background supportSampling(SampledGauges supportGauges) {
    return new Background(supportGauges::start, supportGauges::close);
  }
}
