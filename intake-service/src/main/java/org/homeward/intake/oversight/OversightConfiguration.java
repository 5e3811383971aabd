package org.homeward.intake.oversight;

import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What people search for and open, counted, and the tasks of the data-protection officer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OversightSettings.class)
public class OversightConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(CountLooks.class);

  public static List<Permit> permits() {
    return List.of(Permit.of(HttpMethod.POST, "/api/v1/tasks/{task}/done", Role.DPO));
  }

  /** No other service hears of them. */
  @Bean
  Aggregate<Tally> tallies(Aggregates aggregates, ObjectProvider<CountLooks> countLooks) {
    return aggregates
        .of("tallies", Tally.class)
        .alarm(id -> countLooks.getObject().due(id))
        .declared();
  }

  @Bean
  CountLooks countLooks(Aggregate<Tally> tallies, OversightSettings settings, Clock clock) {
    return new CountLooks(
        tallies.documents(),
        settings,
        () -> LOG.warn("somebody has passed a limit of a shift; data protection has a task"),
        clock);
  }

  @Bean
  TallyTasks tallyTasks(Aggregate<Tally> tallies, CountLooks countLooks) {
    return new TallyTasks(tallies.documents(), countLooks);
  }

  @Bean
  OfficerTasksController officerTasksController(List<OfficerTasks> tasks) {
    return new OfficerTasksController(tasks);
  }

  @Bean
  SampledGauges tallyGauges(TallyTasks tallyTasks) {
    return new SampledGauges()
        .seldom(
            "homeward.tallies.passed",
            "limits of a shift that somebody has passed and nobody has looked at",
            Tags.empty(),
            tallyTasks::count);
  }

  @Bean
  Background tallySampling(SampledGauges tallyGauges) {
    return new Background(tallyGauges::start, tallyGauges::close);
  }
}
