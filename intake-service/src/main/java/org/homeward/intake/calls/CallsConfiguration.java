package org.homeward.intake.calls;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.drafts.DraftEnds;
import org.homeward.intake.drafts.LookAtDraft;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The aggregate of calls, which no other service hears of, and their use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
public class CallsConfiguration {

  /** The team that takes reports. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/calls", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/calls", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/calls/{id}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, "/api/v1/calls/{id}/end", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, "/api/v1/calls/{id}/tie", OPERATOR, SUPERVISOR, CONFIDANT));
  }

  /** Only that one was tied to a case leaves it, for the ends log. */
  @Bean
  Aggregate<KeptCall> calls(
      Aggregates aggregates, EndsLog endsLog, ObjectProvider<SettleCalls> settleCalls) {
    return aggregates
        .of("calls", KeptCall.class)
        .askedBy(Call.TIED_TO)
        .listed(ViewCalls.NEWEST_FIRST)
        .publishedTo(endsLog.drain(TieAgain::line))
        .alarm(id -> settleCalls.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeCall changeCall(Aggregate<KeptCall> calls, CallSettings settings, Clock clock) {
    return new ChangeCall(calls.documents(), settings.callsKept(), clock);
  }

  @Bean
  SettleCalls settleCalls(
      Aggregate<KeptCall> calls,
      ChangeCall changeCall,
      DraftEnds draftEnds,
      Aggregate<KeptCase> cases,
      Clock clock) {
    return new SettleCalls(
        calls.documents(),
        changeCall,
        draftEnds,
        id -> cases.documents().find(id).filter(it -> it.state() instanceof ErasedCase).isPresent(),
        clock);
  }

  @Bean
  TieAgain tieAgain(ChangeCall changeCall, Aggregate<KeptCase> cases) {
    return new TieAgain(changeCall, cases.documents());
  }

  @Bean
  LookAtCall lookAtCall(Aggregate<KeptCall> calls, LookAtDraft lookAtDraft) {
    return new LookAtCall(calls.documents(), lookAtDraft);
  }

  @Bean
  ViewCalls viewCalls(Aggregate<KeptCall> calls, LookAtCall lookAtCall) {
    return new ViewCalls(calls.documents(), lookAtCall);
  }

  @Bean
  CallsController callsController(
      LookAtCall lookAtCall,
      ViewCalls viewCalls,
      ChangeCall changeCall,
      SettleCalls settleCalls,
      LookAtDraft lookAtDraft,
      LookAtCase lookAtCase,
      CallSettings settings,
      Clock clock) {
    return new CallsController(
        lookAtCall,
        viewCalls,
        changeCall,
        settleCalls,
        lookAtDraft,
        lookAtCase,
        settings.callsKept(),
        clock);
  }
}
