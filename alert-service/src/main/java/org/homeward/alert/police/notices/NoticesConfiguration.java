package org.homeward.alert.police.notices;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.police.desks.ReadDesks;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.store.StoreFailure;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Police notices, from the first release to the tombstone. */
@Configuration(proxyBeanMethods = false)
public class NoticesConfiguration {

  /** The feed first: a reader of the topic must find the notice on the feed. */
  @Bean
  Aggregate<PoliceNotice> policeNotices(
      Aggregates aggregates,
      Drain<PoliceNotice> feedLog,
      EventTopic ownTopic,
      EventCodec codec,
      ObjectProvider<ForgetNotice> forgetNotice,
      ObjectProvider<RingHotline> ringHotline) {
    var topic = new NoticeTopic(codec);
    return aggregates
        .of("police-notices", PoliceNotice.class)
        .askedBy(AddressAgain.STATUS)
        .publishedTo(feedLog.then(ownTopic.drain(topic::render)))
        .alarm(
            id -> {
              ringHotline.getObject().ringIfDue(id);
              forgetNotice.getObject().forgetIfDue(id);
            })
        .declared();
  }

  @Bean
  AddressNotice addressNotice(ReadDesks readDesks, NodeSettings node) {
    return new AddressNotice(readDesks::all, node.node());
  }

  @Bean
  TellPolice tellPolice(
      Aggregate<PoliceNotice> policeNotices,
      DerivedIds ids,
      AddressNotice addressNotice,
      AlertSettings settings,
      NodeSettings node,
      Clock clock) {
    return new TellPolice(
        policeNotices.documents(), ids, addressNotice, settings.endedKept(), node.node(), clock);
  }

  @Bean
  AddressAgain addressAgain(
      Aggregate<PoliceNotice> policeNotices, AddressNotice addressNotice, Clock clock) {
    return new AddressAgain(policeNotices.documents(), addressNotice, clock);
  }

  @Bean
  AcknowledgeNotice acknowledgeNotice(Aggregate<PoliceNotice> policeNotices, Clock clock) {
    return new AcknowledgeNotice(policeNotices.documents(), clock);
  }

  @Bean
  RingHotline ringHotline(Aggregate<PoliceNotice> policeNotices, Clock clock) {
    return new RingHotline(policeNotices.documents(), clock);
  }

  @Bean
  AtOpening earlierNoticesOpening(RingHotline ringHotline) {
    return ringHotline::armEarlier;
  }

  /** Up, because the service works: police do not answer, and people can do something about it. */
  @Bean
  HealthIndicator policeHealthIndicator(RingHotline ringHotline) {
    return () -> {
      try {
        return health(ringHotline.countRinging());
      } catch (StoreFailure | MongoException e) {
        return Health.unknown().build(); // the part about the store says what to do
      }
    };
  }

  private static Health health(long ringing) {
    return ringing == 0
        ? Health.up().build()
        : Health.up()
            .withDetail("unanswered", ringing)
            .withDetail("code", "police-unanswered")
            .withDetail(
                "whatToDo",
                "No desk has taken these searches: call the police desk by phone, as the task in"
                    + " the case says.")
            .build();
  }

  @Bean
  SampledGauges noticeGauges(AddressAgain addressAgain, RingHotline ringHotline) {
    return new SampledGauges()
        .seldom(
            "homeward.notices.in.doubt",
            "searches of which nobody can be sure that the right desk reads them",
            Tags.empty(),
            addressAgain::countInDoubt)
        .seldom(
            "homeward.notices.unanswered",
            "searches of high risk that no desk has taken in time",
            Tags.empty(),
            ringHotline::countRinging);
  }

  @Bean
  Background noticeSampling(SampledGauges noticeGauges) {
    return new Background(noticeGauges::start, noticeGauges::close);
  }

  @Bean
  ForgetNotice forgetNotice(Aggregate<PoliceNotice> policeNotices, Clock clock) {
    return new ForgetNotice(policeNotices.documents(), clock);
  }
}
