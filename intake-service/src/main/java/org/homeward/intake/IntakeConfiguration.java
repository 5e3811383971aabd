package org.homeward.intake;

import static org.homeward.face.access.Role.ADMIN;
import static org.homeward.face.access.Role.AUTHORITY;
import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.face.FaceConfiguration;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Opening;
import org.homeward.intake.aftercare.AftercareConfiguration;
import org.homeward.intake.calls.CallsConfiguration;
import org.homeward.intake.carefiles.CareFilesConfiguration;
import org.homeward.intake.drafts.DraftsConfiguration;
import org.homeward.intake.episodes.EpisodesConfiguration;
import org.homeward.intake.family.FamilyConfiguration;
import org.homeward.intake.finding.FindingConfiguration;
import org.homeward.intake.imports.ImportsConfiguration;
import org.homeward.intake.interviews.InterviewsConfiguration;
import org.homeward.intake.joboffers.JobOffersConfiguration;
import org.homeward.intake.kinds.KindsConfiguration;
import org.homeward.intake.oncall.OnCallConfiguration;
import org.homeward.intake.oversight.OversightConfiguration;
import org.homeward.intake.photos.PhotosConfiguration;
import org.homeward.intake.photos.police.CollectingConfiguration;
import org.homeward.intake.providers.ProvidersConfiguration;
import org.homeward.intake.referrals.ReferralsConfiguration;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The name of this service, its opening, and its permissions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
@Import(FaceConfiguration.class)
class IntakeConfiguration {

  private static final List<Permit> OF_CASES =
      List.of(
          Permit.of(POST, "/api/v1/reports", OPERATOR, SUPERVISOR, CONFIDANT),
          Permit.of(GET, "/api/v1/cases", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
          Permit.of(GET, "/api/v1/cases/{id}", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
          Permit.of(POST, "/api/v1/cases/{id}/reports", OPERATOR, SUPERVISOR, CONFIDANT),
          Permit.of(PATCH, "/api/v1/cases/{id}/reports/{report}", OPERATOR, SUPERVISOR, CONFIDANT),
          Permit.of(POST, "/api/v1/cases/{id}/reports/{report}/release", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/reports/{report}/hold", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/freeze", OPERATOR, SUPERVISOR, AUTHORITY),
          Permit.of(POST, "/api/v1/cases/{id}/freeze/lift", SUPERVISOR, AUTHORITY),
          Permit.of(POST, "/api/v1/cases/{id}/brake/end", SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/not-to", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
          Permit.of(POST, "/api/v1/cases/{id}/not-to/lift", SUPERVISOR, DPO),
          Permit.of(POST, "/api/v1/cases/{id}/orders-checked", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/children/{child}/located", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/children/{child}/end", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/tasks/{task}/done", OPERATOR, SUPERVISOR),
          Permit.of(POST, "/api/v1/cases/{id}/erase", SUPERVISOR, DPO),
          Permit.of(GET, "/api/v1/changes/intake", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
          Permit.of(GET, "/api/v1/audit/intake", DPO),
          Permit.of(GET, "/api/v1/health/intake", ADMIN, DPO));

  static final Permissions PERMISSIONS =
      Permissions.of(
          Stream.of(
                  OF_CASES,
                  DraftsConfiguration.permits(),
                  CallsConfiguration.permits(),
                  JobOffersConfiguration.permits(),
                  WorksheetsConfiguration.permits(),
                  FindingConfiguration.permits(),
                  EpisodesConfiguration.permits(),
                  OversightConfiguration.permits(),
                  PhotosConfiguration.permits(),
                  CollectingConfiguration.permits(),
                  TipsConfiguration.permits(),
                  ImportsConfiguration.permits(),
                  ReviewsConfiguration.permits(),
                  KindsConfiguration.permits(),
                  RiskConfiguration.permits(),
                  AftercareConfiguration.permits(),
                  InterviewsConfiguration.permits(),
                  FamilyConfiguration.permits(),
                  ReopeningConfiguration.permits(),
                  ScreeningConfiguration.permits(),
                  CareFilesConfiguration.permits(),
                  ProvidersConfiguration.permits(),
                  ReferralsConfiguration.permits(),
                  SupportConfiguration.permits(),
                  ShiftsConfiguration.permits(),
                  OnCallConfiguration.permits(),
                  ScriptsConfiguration.permits(),
                  StaffConfiguration.permits())
              .flatMap(List::stream)
              .toList());

  @Bean
  Permissions permissions() {
    return PERMISSIONS;
  }

  @Bean
  ServiceName serviceName() {
    return new ServiceName("intake", "cases");
  }

  @Bean
  Opening opening(IntakeSettings settings, ObjectProvider<AtOpening> parts) {
    return new Opening(settings.startPatience(), parts.orderedStream().toList());
  }
}
