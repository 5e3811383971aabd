package org.homeward.console;

import java.time.Clock;
import java.time.Duration;
import org.homeward.console.alerts.AlertsConfiguration;
import org.homeward.console.api.ApiConfiguration;
import org.homeward.console.calls.CallsConfiguration;
import org.homeward.console.cases.CasesConfiguration;
import org.homeward.console.desk.DeskConfiguration;
import org.homeward.console.handovers.HandoversConfiguration;
import org.homeward.console.intake.IntakeConfiguration;
import org.homeward.console.login.LoginConfiguration;
import org.homeward.console.pages.PagesConfiguration;
import org.homeward.console.partners.PartnersConfiguration;
import org.homeward.console.police.PoliceConfiguration;
import org.homeward.console.reviews.ReviewsConfiguration;
import org.homeward.console.sessions.SessionsConfiguration;
import org.homeward.console.work.WorkConfiguration;
import org.homeward.face.access.AccessConfiguration;
import org.homeward.face.door.DoorConfiguration;
import org.homeward.face.problem.ProblemConfiguration;
import org.homeward.frame.node.ClockSettings;
import org.homeward.frame.operate.FrameMetricsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the console; the imports are its table of contents. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({
  ProblemConfiguration.class,
  AccessConfiguration.class,
  DoorConfiguration.class,
  FrameMetricsConfiguration.class,
  ConsoleConfiguration.class,
  SessionsConfiguration.class,
  PagesConfiguration.class,
  LoginConfiguration.class,
  ApiConfiguration.class,
  DeskConfiguration.class,
  CallsConfiguration.class,
  WorkConfiguration.class,
  IntakeConfiguration.class,
  CasesConfiguration.class,
  PartnersConfiguration.class,
  HandoversConfiguration.class,
  AlertsConfiguration.class,
  ReviewsConfiguration.class,
  PoliceConfiguration.class
})
public class ConsoleApplication {

  @Bean
  Clock clock(ClockSettings settings) {
    Clock exact = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    return Clock.offset(exact, settings.clockOffset());
  }

  public static void main(String[] arguments) {
    SpringApplication.run(ConsoleApplication.class, arguments);
  }
}
