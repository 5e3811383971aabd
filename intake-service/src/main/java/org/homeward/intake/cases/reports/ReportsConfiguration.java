package org.homeward.intake.cases.reports;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.StorePressure;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.drafts.FileDraft;
import org.homeward.intake.drafts.FindReport;
import org.homeward.intake.drafts.LookAtDraft;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports are taken: the first opens a case, others join it, each can be amended. */
@Configuration(proxyBeanMethods = false)
public class ReportsConfiguration {

  @Bean
  OpenCase openCase(
      Aggregate<KeptCase> cases,
      ChangeCase.FitsEvent topic,
      StorePressure room,
      NodeSettings node,
      Clock clock) {
    return new OpenCase(cases.documents(), topic, room, node.node(), clock);
  }

  @Bean
  FindReport findReport(Aggregate<KeptCase> cases) {
    return (command, joined) ->
        joined == null
            ? cases.documents().createdBy(command)
            : cases
                .documents()
                .find(joined)
                .filter(found -> hasReportBy(found.state(), command))
                .map(Guarded::id);
  }

  private static boolean hasReportBy(KeptCase state, Command command) {
    return state instanceof Case live
        && live.reports().stream().anyMatch(report -> report.command().equals(command));
  }

  @Bean
  ReportsController reportsController(
      OpenCase openCase,
      LookAtCase lookAtCase,
      ChangeCase changeCase,
      FileDraft fileDraft,
      LookAtDraft lookAtDraft,
      KnowStaff staff,
      Clock clock) {
    return new ReportsController(
        openCase, lookAtCase, changeCase, new HttpFiling(fileDraft, lookAtDraft), staff, clock);
  }
}
