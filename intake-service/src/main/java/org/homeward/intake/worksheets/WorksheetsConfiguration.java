package org.homeward.intake.worksheets;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.registers.RegisterTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of worksheets, which no other service hears of, and all tasks of the node. */
@Configuration(proxyBeanMethods = false)
public class WorksheetsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeSheet.class);

  /** The case team; the officer only reads. */
  public static List<Permit> permits() {
    String ofCase = "/api/v1/cases/{id}";
    return List.of(
        Permit.of(GET, ofCase + "/work", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, ofCase + "/notes", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/actions", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/call-backs", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/work/{item}/done", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/tasks/{task}/owner", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(GET, "/api/v1/tasks", OPERATOR, SUPERVISOR, CONFIDANT, DPO));
  }

  @Bean
  Aggregate<KeptSheet> worksheets(Aggregates aggregates, ObjectProvider<ChangeSheet> changeSheet) {
    return aggregates
        .of("worksheets", KeptSheet.class)
        .listed(ViewTasks.EARLIEST_FIRST)
        .alarm(id -> changeSheet.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeSheet changeSheet(Aggregate<KeptSheet> worksheets, MeterRegistry metrics, Clock clock) {
    Counter rings = metrics.counter("homeward.tasks.rings"); // there is a number before one rings
    return new ChangeSheet(
        worksheets.documents(),
        id -> {
          rings.increment();
          LOG.warn("something that was to be done about case {} is overdue", id);
        },
        clock);
  }

  @Bean
  ViewTasks viewTasks(Aggregate<KeptSheet> worksheets, ViewCases viewCases, Clock clock) {
    return new ViewTasks(worksheets.documents(), viewCases, clock);
  }

  @Bean
  WorksheetsController worksheetsController(
      LookAtCase lookAtCase,
      ChangeSheet changeSheet,
      Aggregate<KeptSheet> worksheets,
      Clock clock) {
    return new WorksheetsController(lookAtCase, changeSheet, worksheets.documents(), clock);
  }

  @Bean
  TasksController tasksController(ViewTasks viewTasks, RegisterTasks registerTasks, Clock clock) {
    return new TasksController(viewTasks, registerTasks, clock);
  }

  @Bean
  SampledGauges taskGauges(ViewTasks viewTasks) {
    return new SampledGauges()
        .gauge("homeward.tasks.overdue", "what nobody has done in time", viewTasks::overdue);
  }

  @Bean
  Background taskSampling(SampledGauges taskGauges) {
    return new Background(taskGauges::start, taskGauges::close);
  }
}
