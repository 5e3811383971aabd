package org.homeward.alert.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.homeward.alert.alerts.Alert;
import org.homeward.alert.alerts.AlertStates;
import org.homeward.alert.alerts.FollowStates;
import org.homeward.alert.mail.DomainBreakers;
import org.homeward.alert.mailing.Mailer;
import org.homeward.alert.mongo.SliceCodec;
import org.homeward.alert.slices.BurySlices;
import org.homeward.alert.slices.CountAsTold;
import org.homeward.alert.slices.FanOut;
import org.homeward.alert.slices.ListDestinations;
import org.homeward.alert.slices.SendSlice;
import org.homeward.alert.slices.SendSlices;
import org.homeward.alert.slices.Slice;
import org.homeward.alert.slices.SliceIds;
import org.homeward.alert.subscriptions.SubscriptionNumbers;
import org.homeward.copies.FreshCases;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.StoreJournal;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.OwnDocuments;
import org.homeward.schema.disclosure.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Slices: who of an alert's destinations is sent what. */
@Configuration(proxyBeanMethods = false)
public class SlicesConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(SlicesConfiguration.class);

  /** Slices at a time; each has one connection to the relay. */
  private static final int PLACES = 8;

  @Bean
  GuardedDocuments<Slice> slices(OwnDocuments documents) {
    return documents.of("slices", new SliceCodec());
  }

  @Bean
  AtOpening slicesOpening(GuardedDocuments<Slice> slices) {
    return () -> slices.prepare("caseId");
  }

  @Bean
  SliceIds sliceIds(DerivedIds ids, NodeSettings node) {
    return new SliceIds(ids, node.node());
  }

  @Bean
  FanOut fanOut(GuardedDocuments<Slice> slices, SliceIds sliceIds, SendSlices sendSlices) {
    return new FanOut(slices, sliceIds, sendSlices::due);
  }

  @Bean
  CountAsTold countAsTold(
      GuardedDocuments<Slice> slices,
      SubscriptionNumbers numbers,
      SliceIds sliceIds,
      FanOut fanOut) {
    return new CountAsTold(slices, numbers, sliceIds, fanOut);
  }

  @Bean
  BurySlices burySlices(GuardedDocuments<Slice> slices, SliceIds sliceIds) {
    return new BurySlices(slices, sliceIds);
  }

  @Bean
  ListDestinations listDestinations(
      GuardedDocuments<Alert> alerts,
      GuardedDocuments<Slice> slices,
      SliceIds sliceIds,
      SubscriptionNumbers numbers,
      AuditTrail auditTrail) {
    return new ListDestinations(alerts, slices, sliceIds, numbers, auditTrail);
  }

  @Bean
  DomainBreakers domainBreakers(Clock clock) {
    return new DomainBreakers(clock);
  }

  @Bean
  SendSlice sendSlice(
      GuardedDocuments<Slice> slices,
      AlertStates alertStates,
      SubscriptionNumbers numbers,
      TopicReader casesReader,
      SliceIds sliceIds,
      Mailer mailer,
      MailSettings mail,
      FollowStates followStates,
      DomainBreakers domainBreakers,
      MeterRegistry metrics,
      Clock clock) {
    var unreached = metrics.counter("homeward.ends.unreached");
    return new SendSlice(
        slices,
        alertStates,
        numbers,
        new FreshCases(casesReader)::now,
        domainBreakers,
        sliceIds,
        mailer,
        mail.deadline(),
        followStates::endsAreOut,
        alert -> {
          unreached.increment();
          LOG.warn("an end of alert {} was not delivered; its destinations say to whom", alert);
        },
        clock);
  }

  @Bean(destroyMethod = "")
  SendSlices sendSlices(
      GuardedDocuments<Slice> slices,
      SendSlice sendSlice,
      OwnDocuments documents,
      StoreJournal journal) {
    var history = new KeptHistory<>(slices, documents.archive("slice-history"), journal, "alert");
    return new SendSlices(sendSlice::sendIfDue, sendSlice::owesEnds, history::keep, PLACES);
  }

  @Bean(destroyMethod = "")
  Alarms sliceAlarms(GuardedDocuments<Slice> slices, SendSlices sendSlices, MailSettings mail) {
    return new Alarms("slices", slices, sendSlices::due, mail.claim());
  }

  @Bean
  Background sliceAlarming(Alarms sliceAlarms, SendSlices sendSlices) {
    return new Background(
        sliceAlarms::start,
        () -> {
          sliceAlarms.close();
          sendSlices.close();
        });
  }
}
