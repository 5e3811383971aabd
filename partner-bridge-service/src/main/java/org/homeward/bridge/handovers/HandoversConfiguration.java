package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.homeward.bridge.handovers.dialogue.ChildIds;
import org.homeward.bridge.handovers.dialogue.FollowPhotos;
import org.homeward.bridge.handovers.dialogue.SendOwed;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.quarantine.KeepQuarantine;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.frame.broker.EventDispatch;
import org.homeward.frame.changes.ChangeLog;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.ErasureSnapshot;
import org.homeward.schema.snapshots.HandoverStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Handovers, and what is done about them by itself. */
@Configuration(proxyBeanMethods = false)
public class HandoversConfiguration {

  /** Handovers, as those know them who hear that one has changed. */
  public static final String CHANGES = "handover";

  private static final int ENOUGH = 1_000;

  /** Each write is followed up at once: no partner waits for the next alarm. */
  @Bean
  Aggregate<Handover> handovers(
      Aggregates aggregates,
      EndsLog endsLog,
      ChangeLog changeLog,
      EventTopic ownTopic,
      EventCodec codec,
      NodeSettings node,
      ObjectProvider<RingHandover> ringHandover,
      ObjectProvider<SendOwed> sendOwed,
      ObjectProvider<FollowPhotos> followPhotos) {
    var topic = new HandoverTopic(codec, node.node());
    return aggregates
        .of("handovers", StoredHandover.class, StoredHandover::state, StoredHandover::of)
        .askedBy("caseId", "partner", "status", "exercise")
        .listed(Awaited.BY_ROLE)
        .publishedTo(
            endsLog.drain(HandoverEnds::of),
            ownTopic.drain(topic::render),
            changeLog.drain(CHANGES))
        .publishedTo(now -> followPhotos.getObject().follow(now.id())) // upholds 7
        .alarm(id -> ringHandover.getObject().ring(id))
        .alarm(id -> sendOwed.getObject().send(id))
        .dueAtStart(SendOwed.DUE)
        .heardBy(now -> sendOwed.getObject().send(now.id()))
        .declared();
  }

  @Bean
  ChangeHandover changeHandover(Aggregate<Handover> handovers, Clock clock) {
    return new ChangeHandover(handovers.documents(), clock);
  }

  @Bean
  ChildIds childIds(DerivedIds ids) {
    return new ChildIds(ids);
  }

  @Bean
  HearPartner hearPartner(
      Aggregate<Handover> handovers,
      Aggregate<CaseCopy> caseCopies,
      DerivedIds ids,
      ChildIds childIds,
      NodeSettings node,
      Clock clock) {
    return new HearPartner(
        handovers.documents(),
        caseCopies.documents(),
        ids,
        childIds,
        Set.of("node:" + node.node(), "country:" + requireNonNull(node.country())),
        clock);
  }

  @Bean
  RingHandover ringHandover(ChangeHandover changeHandover) {
    return new RingHandover(changeHandover);
  }

  @Bean
  FollowOwnCase followOwnCase(
      Aggregate<Handover> handovers, ChangeHandover changeHandover, Partners partners) {
    return new FollowOwnCase(handovers.documents(), changeHandover, partners);
  }

  @Bean
  EventDispatch.Reaction toErasures(Aggregate<Handover> handovers, ChangeHandover changeHandover) {
    var followErasure = new FollowErasure(handovers.documents(), changeHandover);
    return event -> {
      if (event.snapshot() instanceof ErasureSnapshot done) {
        followErasure.follow(done);
      }
      return "erasure";
    };
  }

  @Bean
  ReplayHandoverEnds replayHandoverEnds(ChangeHandover changeHandover, KeepQuarantine quarantine) {
    return new ReplayHandoverEnds(changeHandover, quarantine);
  }

  @Bean
  SampledGauges handoverGauges(Aggregate<Handover> handovers, Clock clock) {
    return new SampledGauges()
        .seldom(
            "homeward.bridge.oldest.unacknowledged",
            "seconds since the oldest offer that no partner has acknowledged",
            Tags.empty(),
            () -> age(oldestUnacknowledged(handovers.documents()), clock.instant()));
  }

  @Bean
  Background handoverSampling(SampledGauges handoverGauges) {
    return new Background(handoverGauges::start, handoverGauges::close);
  }

  private static Instant oldestUnacknowledged(GuardedDocuments<Handover> handovers) {
    return handovers.page("status", HandoverStatus.OFFERED.name(), "", ENOUGH).stream()
        .filter(found -> found.state() instanceof Owned)
        .map(found -> ((Owned) found.state()).offer().clocks().offeredAt())
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** In seconds. */
  private static double age(Instant since, Instant now) {
    return since.isAfter(now) ? 0 : Duration.between(since, now).toMillis() / 1000.0;
  }
}
