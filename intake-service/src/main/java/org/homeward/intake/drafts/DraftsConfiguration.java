package org.homeward.intake.drafts;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The aggregate of drafts, which no other service hears of, and their use cases. */
@Configuration(proxyBeanMethods = false)
public class DraftsConfiguration {

  /** The team that takes reports. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/drafts", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/drafts", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/drafts/{id}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.PUT, "/api/v1/drafts/{id}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, "/api/v1/drafts/{id}/discard", OPERATOR, SUPERVISOR, CONFIDANT));
  }

  /** Only that one was discarded leaves it, for the ends log. */
  @Bean
  Aggregate<KeptDraft> drafts(
      Aggregates aggregates, EndsLog endsLog, ObjectProvider<FileDraft> fileDraft) {
    return aggregates
        .of("drafts", KeptDraft.class)
        .askedBy(KeptDraft.KEPT)
        .publishedTo(endsLog.drain(DiscardAgain::line))
        .alarm(id -> fileDraft.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeDraft changeDraft(Aggregate<KeptDraft> drafts, Clock clock) {
    return new ChangeDraft(drafts.documents(), clock);
  }

  @Bean
  DiscardAgain discardAgain(ChangeDraft changeDraft) {
    return new DiscardAgain(changeDraft);
  }

  @Bean
  FileDraft fileDraft(
      Aggregate<KeptDraft> drafts,
      ChangeDraft changeDraft,
      FiledReports filedReports,
      Clock clock) {
    return new FileDraft(drafts.documents(), changeDraft, filedReports, clock);
  }

  @Bean
  ViewDrafts viewDrafts(Aggregate<KeptDraft> drafts, LogAuditTrail trail, Clock clock) {
    return new ViewDrafts(drafts.documents(), trail, clock);
  }

  @Bean
  DraftsController draftsController(ChangeDraft changeDraft, ViewDrafts viewDrafts) {
    return new DraftsController(changeDraft, viewDrafts);
  }

  @Bean
  SampledGauges draftGauges(ViewDrafts viewDrafts) {
    return new SampledGauges()
        .gauge(
            "homeward.drafts.ringing", "drafts that somebody must file now", viewDrafts::ringing);
  }

  @Bean
  Background draftSampling(SampledGauges draftGauges) {
    return new Background(draftGauges::start, draftGauges::close);
  }
}
