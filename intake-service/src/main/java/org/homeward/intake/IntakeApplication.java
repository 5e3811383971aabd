package org.homeward.intake;

import org.homeward.frame.changes.FrameChangesConfiguration;
import org.homeward.frame.config.FrameConfiguration;
import org.homeward.intake.aftercare.AftercareConfiguration;
import org.homeward.intake.audit.AuditConfiguration;
import org.homeward.intake.calls.CallsConfiguration;
import org.homeward.intake.carefiles.CareFilesConfiguration;
import org.homeward.intake.cases.CasesConfiguration;
import org.homeward.intake.cases.news.NewsConfiguration;
import org.homeward.intake.cases.reports.ReportsConfiguration;
import org.homeward.intake.checklists.ChecklistsConfiguration;
import org.homeward.intake.drafts.DraftsConfiguration;
import org.homeward.intake.endings.EndingsConfiguration;
import org.homeward.intake.episodes.EpisodesConfiguration;
import org.homeward.intake.exclusions.ExclusionsConfiguration;
import org.homeward.intake.family.FamilyConfiguration;
import org.homeward.intake.finding.FindingConfiguration;
import org.homeward.intake.holds.HoldsConfiguration;
import org.homeward.intake.imports.ImportsConfiguration;
import org.homeward.intake.interviews.InterviewsConfiguration;
import org.homeward.intake.joboffers.JobOffersConfiguration;
import org.homeward.intake.kinds.KindsConfiguration;
import org.homeward.intake.lifts.LiftsConfiguration;
import org.homeward.intake.oncall.OnCallConfiguration;
import org.homeward.intake.orders.OrdersConfiguration;
import org.homeward.intake.oversight.OversightConfiguration;
import org.homeward.intake.photos.PhotosConfiguration;
import org.homeward.intake.photos.police.CollectingConfiguration;
import org.homeward.intake.providers.ProvidersConfiguration;
import org.homeward.intake.referrals.ReferralsConfiguration;
import org.homeward.intake.registers.RegistersConfiguration;
import org.homeward.intake.reopening.ReopeningConfiguration;
import org.homeward.intake.reviews.ReviewsConfiguration;
import org.homeward.intake.risk.RiskConfiguration;
import org.homeward.intake.screening.ScreeningConfiguration;
import org.homeward.intake.scripts.ScriptsConfiguration;
import org.homeward.intake.shifts.ShiftsConfiguration;
import org.homeward.intake.staff.StaffConfiguration;
import org.homeward.intake.support.SupportConfiguration;
import org.homeward.intake.tips.TipsConfiguration;
import org.homeward.intake.worksheets.WorksheetsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts intake-service; the imports are its table of contents. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({
  FrameConfiguration.class,
  FrameChangesConfiguration.class,
  IntakeConfiguration.class,
  CasesConfiguration.class,
  ReportsConfiguration.class,
  DraftsConfiguration.class,
  CallsConfiguration.class,
  WorksheetsConfiguration.class,
  ChecklistsConfiguration.class,
  FindingConfiguration.class,
  EpisodesConfiguration.class,
  ShiftsConfiguration.class,
  OnCallConfiguration.class,
  ScriptsConfiguration.class,
  OversightConfiguration.class,
  PhotosConfiguration.class,
  CollectingConfiguration.class,
  TipsConfiguration.class,
  ImportsConfiguration.class,
  NewsConfiguration.class,
  HoldsConfiguration.class,
  KindsConfiguration.class,
  RegistersConfiguration.class,
  EndingsConfiguration.class,
  LiftsConfiguration.class,
  OrdersConfiguration.class,
  ExclusionsConfiguration.class,
  ReviewsConfiguration.class,
  RiskConfiguration.class,
  AftercareConfiguration.class,
  InterviewsConfiguration.class,
  FamilyConfiguration.class,
  ReopeningConfiguration.class,
  JobOffersConfiguration.class,
  ScreeningConfiguration.class,
  CareFilesConfiguration.class,
  ProvidersConfiguration.class,
  ReferralsConfiguration.class,
  SupportConfiguration.class,
  StaffConfiguration.class,
  AuditConfiguration.class
})
public class IntakeApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(IntakeApplication.class, arguments);
  }
}
