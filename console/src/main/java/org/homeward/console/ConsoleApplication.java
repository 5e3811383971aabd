package org.homeward.console;

import java.time.Clock;
import java.time.Duration;
import org.homeward.console.alerts.AlertsConfiguration;
import org.homeward.console.api.ApiConfiguration;
import org.homeward.console.calls.CallsConfiguration;
import org.homeward.console.carefiles.CareFilesConfiguration;
import org.homeward.console.cases.CasesConfiguration;
import org.homeward.console.children.ChildrenConfiguration;
import org.homeward.console.deadletters.DeadLettersConfiguration;
import org.homeward.console.desk.DeskConfiguration;
import org.homeward.console.ending.EndingConfiguration;
import org.homeward.console.family.FamilyConfiguration;
import org.homeward.console.finding.FindingConfiguration;
import org.homeward.console.handovers.HandoversConfiguration;
import org.homeward.console.health.HealthConfiguration;
import org.homeward.console.imports.ImportsConfiguration;
import org.homeward.console.intake.IntakeConfiguration;
import org.homeward.console.live.LiveConfiguration;
import org.homeward.console.login.LoginConfiguration;
import org.homeward.console.notices.NoticesConfiguration;
import org.homeward.console.oncall.OnCallConfiguration;
import org.homeward.console.organisations.OrganisationsConfiguration;
import org.homeward.console.oversight.OversightConfiguration;
import org.homeward.console.owners.OwnersConfiguration;
import org.homeward.console.pages.PagesConfiguration;
import org.homeward.console.partners.PartnersConfiguration;
import org.homeward.console.phones.PhonesConfiguration;
import org.homeward.console.photos.PhotosConfiguration;
import org.homeward.console.police.PoliceConfiguration;
import org.homeward.console.posters.PostersConfiguration;
import org.homeward.console.preferences.PreferencesConfiguration;
import org.homeward.console.providers.ProvidersConfiguration;
import org.homeward.console.referrals.ReferralsConfiguration;
import org.homeward.console.registers.RegistersConfiguration;
import org.homeward.console.reviews.ReviewsConfiguration;
import org.homeward.console.risk.RiskConfiguration;
import org.homeward.console.scripts.ScriptsConfiguration;
import org.homeward.console.sessions.SessionsConfiguration;
import org.homeward.console.shifts.ShiftsConfiguration;
import org.homeward.console.support.SupportConfiguration;
import org.homeward.console.tips.TipsConfiguration;
import org.homeward.console.webhooks.WebhooksConfiguration;
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
  LiveConfiguration.class,
  DeskConfiguration.class,
  FindingConfiguration.class,
  CallsConfiguration.class,
  TipsConfiguration.class,
  OwnersConfiguration.class,
  NoticesConfiguration.class,
  PreferencesConfiguration.class,
  WorkConfiguration.class,
  ShiftsConfiguration.class,
  OnCallConfiguration.class,
  ScriptsConfiguration.class,
  IntakeConfiguration.class,
  CasesConfiguration.class,
  ChildrenConfiguration.class,
  RiskConfiguration.class,
  EndingConfiguration.class,
  FamilyConfiguration.class,
  CareFilesConfiguration.class,
  ProvidersConfiguration.class,
  ReferralsConfiguration.class,
  SupportConfiguration.class,
  PhotosConfiguration.class,
  PartnersConfiguration.class,
  HandoversConfiguration.class,
  AlertsConfiguration.class,
  OrganisationsConfiguration.class,
  ReviewsConfiguration.class,
  PoliceConfiguration.class,
  PostersConfiguration.class,
  DeadLettersConfiguration.class,
  ImportsConfiguration.class,
  RegistersConfiguration.class,
  PhonesConfiguration.class,
  WebhooksConfiguration.class,
  HealthConfiguration.class,
  OversightConfiguration.class
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
