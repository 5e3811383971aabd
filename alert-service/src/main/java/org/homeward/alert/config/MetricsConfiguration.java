package org.homeward.alert.config;

import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import org.homeward.alert.mail.DomainBreakers;
import org.homeward.alert.mongo.MongoFeedLog;
import org.homeward.alert.subscriptions.Subscription;
import org.homeward.durable.Aggregate;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service counts beside what all do; none of it is about a person or a case. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  @Bean
  SampledGauges alertGauges(
      MongoFeedLog feedLog, Aggregate<Subscription> subscriptions, DomainBreakers domainBreakers) {
    var gauges =
        new SampledGauges()
            .gauge("homeward.feed.head", "number of the newest entry", () -> feedLog.head().n())
            .list(
                "homeward.mail.breakers",
                "domains that mails go to, by the state of their breaker",
                "",
                "state",
                domainBreakers::byState);
    for (String status : new String[] {"unconfirmed", "confirmed"}) {
      gauges.seldom(
          "homeward.subscriptions",
          "subscriptions of volunteers",
          Tags.of("status", status),
          () -> subscriptions.documents().count("status", status.toUpperCase(Locale.ROOT)));
    }
    return gauges;
  }

  @Bean
  Background alertSampling(SampledGauges alertGauges) {
    return new Background(alertGauges::start, alertGauges::close);
  }
}
