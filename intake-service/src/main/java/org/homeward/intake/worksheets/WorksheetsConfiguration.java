package org.homeward.intake.worksheets;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.changes.ChangeKind;
import org.homeward.frame.changes.ChangeLog;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.oversight.OfficerTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of worksheets, which no other service hears of, and all tasks of the node. */
@Configuration(proxyBeanMethods = false)
public class WorksheetsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeSheet.class);

  private static final String CHANGES = "task";

  /** The case team; the officer only reads. */
  public static List<Permit> permits() {
    String ofCase = "/api/v1/cases/{id}";
    return List.of(
        Permit.of(GET, ofCase + "/work", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, ofCase + "/notes", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/actions", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/call-backs", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/aftercare", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/work/{item}/done", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/work/{item}/next", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ofCase + "/tasks/{task}/owner", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(GET, "/api/v1/tasks", OPERATOR, SUPERVISOR, CONFIDANT, DPO));
  }

  @Bean
  Aggregate<KeptSheet> worksheets(
      Aggregates aggregates, ChangeLog changeLog, ObjectProvider<ChangeSheet> changeSheet) {
    return aggregates
        .of("worksheets", KeptSheet.class, SheetShapes.ALL)
        .listed(ViewTasks.EARLIEST_FIRST)
        .publishedTo(changeLog.drain(CHANGES))
        .alarm(id -> changeSheet.getObject().due(id))
        .declared();
  }

  /** A worksheet has the id of its case, and is as hidden. */
  @Bean
  ChangeKind taskChanges(LookAtCase lookAtCase) {
    return new ChangeKind(
        CHANGES,
        EnumSet.of(OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        (ids, caller) -> lookAtCase.known(ids, Viewer.of(caller)));
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
  ViewTasks viewTasks(
      Aggregate<KeptSheet> worksheets,
      ViewCases viewCases,
      List<MemberTasks> memberTasks,
      Clock clock) {
    return new ViewTasks(worksheets.documents(), viewCases, memberTasks, clock);
  }

  @Bean
  OpenWork openWork(Aggregate<KeptSheet> worksheets) {
    return new FindOpenWork(worksheets.documents());
  }

  @Bean
  WorksheetsController worksheetsController(
      LookAtCase lookAtCase,
      ChangeSheet changeSheet,
      Aggregate<KeptSheet> worksheets,
      Checks checks,
      Clock clock) {
    return new WorksheetsController(lookAtCase, changeSheet, worksheets.documents(), checks, clock);
  }

  @Bean
  TasksController tasksController(
      ViewTasks viewTasks, List<OfficerTasks> officerTasks, Checks checks, Clock clock) {
    return new TasksController(viewTasks, officerTasks, checks, clock);
  }

  @Bean
  SampledGauges taskGauges(ViewTasks viewTasks) {
    return new SampledGauges()
        .seldom(
            "homeward.tasks.overdue",
            "what nobody has done in time",
            Tags.empty(),
            viewTasks::overdue);
  }

  @Bean
  Background taskSampling(SampledGauges taskGauges) {
    return new Background(taskGauges::start, taskGauges::close);
  }
}
