package org.homeward.intake.aftercare;

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
import org.homeward.durable.document.Guarded;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Permit;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.episodes.FindEpisodes;
import org.homeward.intake.worksheets.OpenWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of what is decided after a find, of which nobody else hears. */
@Configuration(proxyBeanMethods = false)
public class AftercareConfiguration {

  /** The case team; a supervisor alone lets somebody learn where a child is. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(GET, AftercareController.ENDING, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, AftercareController.SAFETY, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, AftercareController.HEARINGS, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, AftercareController.WHEREABOUTS, SUPERVISOR),
        Permit.of(POST, AftercareController.WITHDRAW, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, AftercareController.CLOSE, OPERATOR, SUPERVISOR));
  }

  @Bean
  Aggregate<KeptAftercare> keptAftercare(
      Aggregates aggregates, ObjectProvider<ChangeAftercare> changeAftercare) {
    return aggregates
        .of("aftercare", KeptAftercare.class)
        .alarm(id -> changeAftercare.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeAftercare changeAftercare(
      Aggregate<KeptAftercare> keptAftercare, Aggregate<KeptCase> cases, Clock clock) {
    return new ChangeAftercare(
        keptAftercare.documents(),
        id ->
            cases
                .documents()
                .find(id)
                .filter(read -> read.state() instanceof ErasedCase)
                .isPresent(),
        clock);
  }

  /** A restore raises the incarnation, and ends every decision to tell a claimant. */
  @Bean
  FindGrounds findGrounds(
      FindEpisodes findEpisodes, Interviewed interviewed, Incarnation incarnation, DerivedIds ids) {
    return new FindGrounds(findEpisodes, interviewed, incarnation, ids);
  }

  @Bean
  FindFears findFears(
      Aggregate<KeptCase> cases,
      FindEpisodes findEpisodes,
      ChangeAftercare changeAftercare,
      Interviewed interviewed) {
    return new FindFears(
        ids -> cases.documents().find(ids).stream().map(Guarded::state).toList(),
        findEpisodes,
        changeAftercare::of,
        interviewed);
  }

  @Bean
  FindStanding findStanding(
      ChangeAftercare changeAftercare, FindGrounds findGrounds, FindFears findFears) {
    return new FindStanding(changeAftercare, findGrounds, findFears);
  }

  @Bean
  AftercareController aftercareController(
      LookAtCase lookAtCase,
      ChangeAftercare changeAftercare,
      OpenWork openWork,
      Interviewed interviewed,
      FindGrounds findGrounds,
      Clock clock) {
    return new AftercareController(
        lookAtCase,
        changeAftercare,
        new FindOpenMatters(openWork, interviewed),
        findGrounds,
        clock);
  }
}
