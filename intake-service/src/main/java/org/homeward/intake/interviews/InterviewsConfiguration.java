package org.homeward.intake.interviews;

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
import org.homeward.intake.aftercare.FindFears;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.reopening.OpenEpisode;
import org.homeward.intake.worksheets.AnswerCheck;
import org.homeward.intake.worksheets.AwaitAnswer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of interviews, which no other service hears of. */
@Configuration(proxyBeanMethods = false)
public class InterviewsConfiguration {

  /** The case team offers; what the child says is written down by confidants. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(GET, InterviewsController.ALL, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, InterviewsController.OFFER, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, InterviewsController.REFUSED, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, InterviewsController.HELD, CONFIDANT));
  }

  @Bean
  Aggregate<KeptInterview> keptInterviews(
      Aggregates aggregates, ObjectProvider<ChangeInterview> changeInterview) {
    return aggregates
        .of("interviews", KeptInterview.class)
        .askedBy(Interview.CASE_ID)
        .alarm(id -> changeInterview.getObject().due(id))
        .declared();
  }

  @Bean
  Interviews interviews(Aggregate<KeptInterview> keptInterviews, DerivedIds ids) {
    return new Interviews(keptInterviews.documents(), ids);
  }

  @Bean
  ChangeInterview changeInterview(
      Aggregate<KeptInterview> keptInterviews,
      Interviews interviews,
      Aggregate<KeptCase> cases,
      ChangeCase changeCase,
      OpenEpisode openEpisode,
      AnswerCheck answerCheck,
      AwaitAnswer awaitAnswer,
      FindFears findFears,
      Clock clock) {
    return new ChangeInterview(
        keptInterviews.documents(),
        interviews,
        cases.documents(),
        new FileDanger(cases.documents(), changeCase, openEpisode),
        answerCheck,
        awaitAnswer,
        findFears::of,
        clock);
  }

  @Bean
  InterviewsController interviewsController(
      LookAtCase lookAtCase,
      Interviews interviews,
      ChangeInterview changeInterview,
      FindFears findFears,
      Clock clock) {
    return new InterviewsController(lookAtCase, interviews, changeInterview, findFears, clock);
  }
}
