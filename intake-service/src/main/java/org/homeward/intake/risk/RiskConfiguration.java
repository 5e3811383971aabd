package org.homeward.intake.risk;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Permit;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.worksheets.ReviewRisk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of assessments, which no other service hears of, and the questions they answer. */
@Configuration(proxyBeanMethods = false)
public class RiskConfiguration {

  /** The case team; the officer only reads. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(GET, RiskController.QUESTIONS, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, RiskController.PROPOSALS, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(GET, RiskController.ASSESSMENTS, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, RiskController.ASSESSMENTS, OPERATOR, SUPERVISOR, CONFIDANT));
  }

  /** A file with a hole stops the start here. */
  @Bean
  Questions riskQuestions() {
    return QuestionFile.ours();
  }

  @Bean
  Aggregate<KeptAssessment> keptAssessments(
      Aggregates aggregates, ObjectProvider<SettleAssessments> settleAssessments) {
    return aggregates
        .of("assessments", KeptAssessment.class)
        .askedBy(Assessment.CASE_ID)
        .alarm(id -> settleAssessments.getObject().due(id))
        .declared();
  }

  @Bean
  Assessments assessments(Aggregate<KeptAssessment> keptAssessments, DerivedIds ids) {
    return new Assessments(keptAssessments.documents(), ids);
  }

  @Bean
  SettleAssessments settleAssessments(
      Aggregate<KeptAssessment> keptAssessments,
      Assessments assessments,
      Aggregate<KeptCase> cases,
      ChangeCase changeCase,
      ReviewRisk reviewRisk,
      Clock clock) {
    return new SettleAssessments(
        keptAssessments.documents(),
        assessments,
        cases.documents(),
        new WriteDecision(changeCase, clock),
        reviewRisk,
        clock);
  }

  @Bean
  RiskController riskController(
      Questions riskQuestions,
      LookAtCase lookAtCase,
      Aggregate<KeptAssessment> keptAssessments,
      Assessments assessments,
      SettleAssessments settleAssessments,
      Clock clock) {
    var assessCase =
        new AssessCase(
            keptAssessments.documents(), assessments, riskQuestions, settleAssessments, clock);
    return new RiskController(riskQuestions, lookAtCase, assessments, assessCase);
  }
}
