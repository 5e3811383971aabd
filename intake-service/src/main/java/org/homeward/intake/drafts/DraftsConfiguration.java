package org.homeward.intake.drafts;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;

import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.Aggregate;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.frame.changes.ChangeKind;
import org.homeward.frame.changes.ChangeLog;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.intake.audit.AuditedBeside;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The aggregate of drafts, which no other service hears of, and their use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DraftSettings.class)
public class DraftsConfiguration {

  private static final String CHANGES = "draft";

  /** The team that takes reports. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/drafts", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/drafts", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/drafts/{id}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.PUT, "/api/v1/drafts/{id}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, "/api/v1/drafts/{id}/discard", OPERATOR, SUPERVISOR, CONFIDANT));
  }

  /**
   * That one has ended leaves it, for the ends log and for what is tied to it; that it is there,
   * for the team.
   */
  @Bean
  Aggregate<KeptDraft> drafts(
      Aggregates aggregates,
      EndsLog endsLog,
      ChangeLog changeLog,
      ObjectProvider<FileDraft> fileDraft,
      ObjectProvider<DraftEnds.Follower> followers) {
    return aggregates
        .of("drafts", KeptDraft.class)
        .listed(ViewDrafts.RINGING_FIRST)
        .publishedTo(
            endsLog.drain(DiscardAgain::line),
            DraftEnds.drain(followers::forEach),
            changeLog.drain(CHANGES))
        .alarm(id -> fileDraft.getObject().due(id))
        .declared();
  }

  /** Those whose case is erased are left out, as their case is. */
  @Bean
  ChangeKind draftChanges(LookAtDraft lookAtDraft) {
    return new ChangeKind(
        CHANGES,
        EnumSet.of(OPERATOR, SUPERVISOR, CONFIDANT),
        (ids, caller) -> lookAtDraft.knownDraftsOrCases(ids, Viewer.of(caller)));
  }

  /** Filed, it is as hidden as its case. */
  @Bean
  AuditedBeside auditedDrafts(Aggregate<KeptDraft> drafts) {
    return new AuditedBeside(
        drafts.documents(),
        List.of(GoneDraft.CASE_ID),
        draft -> Optional.of(draft.text(GoneDraft.CASE_ID).map(Set::of).orElse(Set.of())));
  }

  @Bean
  ChangeDraft changeDraft(Aggregate<KeptDraft> drafts, DraftSettings settings, Clock clock) {
    return new ChangeDraft(drafts.documents(), settings.draftsKept(), clock);
  }

  @Bean
  DraftEnds draftEnds(Aggregate<KeptDraft> drafts) {
    return new DraftEnds(drafts.documents());
  }

  @Bean
  DiscardAgain discardAgain(ChangeDraft changeDraft, Aggregate<KeptCase> cases) {
    return new DiscardAgain(changeDraft, ErasedCase.among(cases.documents()));
  }

  @Bean
  FileDraft fileDraft(
      Aggregate<KeptDraft> drafts, ChangeDraft changeDraft, FindReport findReport, Clock clock) {
    return new FileDraft(drafts.documents(), changeDraft, findReport, clock);
  }

  @Bean
  LookAtDraft lookAtDraft(
      Aggregate<KeptDraft> drafts, LookAtCase lookAtCase, LogAuditTrail trail, Clock clock) {
    return new LookAtDraft(drafts.documents(), lookAtCase, trail, clock);
  }

  @Bean
  ViewDrafts viewDrafts(Aggregate<KeptDraft> drafts, LookAtDraft lookAtDraft) {
    return new ViewDrafts(drafts.documents(), lookAtDraft);
  }

  @Bean
  DraftsController draftsController(
      ChangeDraft changeDraft, LookAtDraft lookAtDraft, ViewDrafts viewDrafts, KnowStaff staff) {
    return new DraftsController(changeDraft, lookAtDraft, viewDrafts, staff);
  }

  @Bean
  SampledGauges draftGauges(ViewDrafts viewDrafts) {
    return new SampledGauges()
        .seldom(
            "homeward.drafts.ringing",
            "drafts that somebody must file now",
            Tags.empty(),
            viewDrafts::ringing);
  }

  @Bean
  Background draftSampling(SampledGauges draftGauges) {
    return new Background(draftGauges::start, draftGauges::close);
  }
}
