package org.homeward.alert.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.homeward.alert.mail.CountedMailer;
import org.homeward.alert.mail.SmtpMailer;
import org.homeward.alert.mail.SmtpServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail over the node's relay. */
@Configuration(proxyBeanMethods = false)
public class MailConfiguration {

  @Bean
  SmtpServer smtpServer(MailSettings settings) {
    return new SmtpServer(settings.smtp(), settings.from());
  }

  @Bean
  CountedMailer mailer(SmtpServer server, MeterRegistry metrics, Clock clock) {
    return new CountedMailer(new SmtpMailer(server, clock), metrics);
  }
}
