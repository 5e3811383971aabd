package org.homeward.alert.subscribers.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail over the node's relay. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MailConfiguration {

  @Bean
  SmtpServer smtpServer(MailSettings settings) {
    return new SmtpServer(settings.smtp(), settings.from());
  }

  @Bean
  Mailer mailer(SmtpServer server, MeterRegistry metrics, Clock clock) {
    return new CountedMailer(new SmtpMailer(server, clock), metrics);
  }

  @Bean
  DomainBreakers domainBreakers(Clock clock) {
    return new DomainBreakers(clock);
  }

  @Bean
  SampledGauges mailGauges(DomainBreakers domainBreakers) {
    return new SampledGauges()
        .list(
            "homeward.mail.breakers",
            "domains that mails go to, by the state of their breaker",
            "",
            "state",
            domainBreakers::byState);
  }

  @Bean
  Background mailSampling(SampledGauges mailGauges) {
    return new Background(mailGauges::start, mailGauges::close);
  }
}
