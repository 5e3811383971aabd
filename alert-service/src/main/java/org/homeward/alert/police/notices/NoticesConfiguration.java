package org.homeward.alert.police.notices;

import java.time.Clock;
import org.homeward.alert.node.AlertSettings;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventTopic;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
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
      ObjectProvider<ForgetNotice> forgetNotice) {
    var topic = new NoticeTopic(codec);
    return aggregates
        .of("police-notices", PoliceNotice.class)
        .publishedTo(feedLog.then(ownTopic.drain(topic::render)))
        .alarm(id -> forgetNotice.getObject().forgetIfDue(id))
        .declared();
  }

  @Bean
  TellPolice tellPolice(
      Aggregate<PoliceNotice> policeNotices, DerivedIds ids, AlertSettings settings, Clock clock) {
    return new TellPolice(policeNotices.documents(), ids, settings.endedKept(), clock);
  }

  @Bean
  ForgetNotice forgetNotice(Aggregate<PoliceNotice> policeNotices, Clock clock) {
    return new ForgetNotice(policeNotices.documents(), clock);
  }
}
