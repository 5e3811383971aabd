package org.homeward.intake.calls;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.frame.changes.ChangeKind;
import org.homeward.frame.changes.ChangeLog;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.audit.AuditedBeside;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.drafts.DraftEnds;
import org.homeward.intake.drafts.LookAtDraft;
import org.homeward.intake.joboffers.OfferQuestions;
import org.homeward.intake.oncall.KeepCard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The aggregate of calls, which no other service hears of, and their use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
public class CallsConfiguration {

  private static final String CHANGES = "call";

  /** The team that takes reports. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/calls", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/calls", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/calls/{id}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, "/api/v1/calls/{id}/end", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, "/api/v1/calls/{id}/tie", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, "/api/v1/calls/{id}/correct", SUPERVISOR),
        Permit.of(HttpMethod.POST, JobOfferController.OFFER, OPERATOR, SUPERVISOR, CONFIDANT));
  }

  /** Ties to cases go to the ends log, every change to the change log. */
  @Bean
  Aggregate<KeptCall> calls(
      Aggregates aggregates,
      EndsLog endsLog,
      ChangeLog changeLog,
      ObjectProvider<SettleCalls> settleCalls) {
    return aggregates
        .of("calls", KeptCall.class, CallShapes.ALL)
        .askedBy(Call.TIED_TO, Call.FORMERLY)
        .listed(ViewCalls.NEWEST_FIRST)
        .publishedTo(endsLog.drain(TieAgain::line), changeLog.drain(CHANGES))
        .alarm(id -> settleCalls.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeKind callChanges(LookAtCall lookAtCall) {
    return new ChangeKind(
        CHANGES,
        EnumSet.of(OPERATOR, SUPERVISOR, CONFIDANT),
        (ids, caller) -> lookAtCall.known(ids, Viewer.of(caller)));
  }

  @Bean
  AuditedBeside auditedCalls(Aggregate<KeptCall> calls) {
    return new AuditedBeside(
        calls.documents(),
        List.of(KeptCall.KEPT, Call.TIED_TO, Call.FORMERLY),
        LookAtCall::belongsTo);
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
        calls.documents(), changeCall, draftEnds, ErasedCase.among(cases.documents()), clock);
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
  NamesOfCall namesOfCall(Aggregate<KeptCall> calls) {
    return new NamesOfCall(calls.documents());
  }

  @Bean
  ViewCalls viewCalls(Aggregate<KeptCall> calls, LookAtCall lookAtCall) {
    return new ViewCalls(calls.documents(), lookAtCall);
  }

  @Bean
  JobOfferController jobOfferController(
      OfferQuestions offerQuestions, LookAtCall lookAtCall, ChangeCall changeCall, Clock clock) {
    return new JobOfferController(offerQuestions, lookAtCall, changeCall, clock);
  }

  @Bean
  CallsController callsController(
      LookAtCall lookAtCall,
      ViewCalls viewCalls,
      ChangeCall changeCall,
      SettleCalls settleCalls,
      LookAtDraft lookAtDraft,
      LookAtCase lookAtCase,
      KeepCard keepCard,
      CallSettings settings,
      Clock clock) {
    return new CallsController(
        lookAtCall,
        viewCalls,
        changeCall,
        settleCalls,
        lookAtDraft,
        lookAtCase,
        keepCard,
        settings.callsKept(),
        clock);
  }
}
