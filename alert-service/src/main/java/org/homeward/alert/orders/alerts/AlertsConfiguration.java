package org.homeward.alert.orders.alerts;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.orders.alerts.stored.AlertShapes;
import org.homeward.alert.orders.authorities.ReadAuthorities;
import org.homeward.alert.orders.claims.ClaimCase;
import org.homeward.alert.orders.criteria.CountryRules;
import org.homeward.alert.orders.preview.PreviewSettings;
import org.homeward.alert.orders.preview.ReadAlertWish;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.alert.orders.stops.FindCaseOfAlert;
import org.homeward.alert.orders.stops.StopsInForce;
import org.homeward.alert.sight.SeeCase;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.reader.TopicReader;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.changes.ChangeKind;
import org.homeward.frame.changes.ChangeLog;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Alerts, from the draft to the tombstone. */
@Configuration(proxyBeanMethods = false)
public class AlertsConfiguration {

  private static final String ALERTS = "/api/v1/alerts";
  private static final String ALERT = ALERTS + "/{id}";
  private static final String CHANGES = "alert";
  private static final Role[] ON_THE_CASE = {Role.SUPERVISOR, Role.AUTHORITY};

  public static List<Permit> permits() {
    return List.of(
        Permit.of(
            HttpMethod.GET,
            "/api/v1/changes/alert",
            Role.OPERATOR,
            Role.SUPERVISOR,
            Role.AUTHORITY,
            Role.DPO),
        Permit.of(HttpMethod.POST, ALERTS, Role.SUPERVISOR),
        Permit.of(HttpMethod.GET, ALERTS, Role.OPERATOR, Role.SUPERVISOR, Role.AUTHORITY, Role.DPO),
        Permit.of(HttpMethod.GET, ALERT, Role.OPERATOR, Role.SUPERVISOR, Role.AUTHORITY, Role.DPO),
        Permit.of(HttpMethod.PATCH, ALERT, Role.SUPERVISOR),
        Permit.of(HttpMethod.GET, ALERT + "/mails", Role.SUPERVISOR, Role.AUTHORITY),
        Permit.of(HttpMethod.GET, ALERT + "/preview", Role.SUPERVISOR, Role.AUTHORITY),
        Permit.of(HttpMethod.POST, ALERT + "/approve", Role.AUTHORITY),
        Permit.of(HttpMethod.POST, ALERT + "/return", Role.SUPERVISOR, Role.AUTHORITY),
        Permit.of(HttpMethod.POST, ALERT + "/updates", Role.SUPERVISOR),
        Permit.of(
            HttpMethod.POST, ALERT + "/children/{child}/withdraw", Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.POST, ALERT + "/freeze", Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.POST, ALERT + "/cancel", Role.OPERATOR, ON_THE_CASE));
  }

  @Bean
  Aggregate<Alert> alerts(
      Aggregates aggregates,
      EventTopic ownTopic,
      EventCodec codec,
      Drain<Alert> alertEnds,
      ChangeLog changeLog,
      ObjectProvider<FollowStates> followStates,
      ObjectProvider<FollowStates.Alarm> otherRooms) {
    var topic = new AlertTopic(codec);
    return aggregates
        .of("alerts", Alert.class, AlertShapes.ALL)
        .askedBy("caseId", "status")
        .publishedTo(alertEnds, ownTopic.drainSome(topic::render), changeLog.drain(CHANGES))
        .alarm(id -> followStates.getObject().timeIsOver(id))
        .alarm(id -> otherRooms.orderedStream().forEach(room -> room.ring(id)))
        .dueAtStart(AlertWrites.TELL_DUE, AlertWrites.BURY_DUE)
        .declared();
  }

  @Bean
  AlertStates alertStates(
      Aggregate<Alert> alerts,
      Aggregate<CaseCopy> caseCopies,
      StopsInForce stopsInForce,
      ObjectProvider<TopicReader> casesReader,
      NodeSettings node) {
    // The reader itself is made of what follows cases, alerts among it.
    return new AlertStates(
        alerts.documents(),
        caseCopies.documents(),
        stopsInForce,
        caseId -> casesReader.getObject().isStale(caseId),
        node.node());
  }

  @Bean
  FindCaseOfAlert findCaseOfAlert(Aggregate<Alert> alerts) {
    return id ->
        alerts.documents().excerpts().of(id, "caseId").flatMap(alert -> alert.text("caseId"));
  }

  @Bean
  FollowStates followStates(Aggregate<Alert> alerts, AlertStates alertStates) {
    return new FollowStates(alerts.documents(), alertStates);
  }

  @Bean
  ReduceAlert reduceAlert(Aggregate<Alert> alerts) {
    return new ReduceAlert(alerts.documents());
  }

  @Bean
  SeeAlert seeAlert(Aggregate<Alert> alerts, SeeCase seeCase) {
    return new SeeAlert(alerts.documents(), seeCase);
  }

  @Bean
  ChangeKind alertChanges(SeeAlert seeAlert) {
    return new ChangeKind(
        CHANGES,
        EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.AUTHORITY, Role.DPO),
        (ids, caller) -> seeAlert.known(ids, caller.person()));
  }

  @Bean
  MakeProposal makeProposal(
      AlertStates alertStates,
      ReadAuthorities register,
      RenderAlert renderAlert,
      PreviewSettings previews,
      CountryRules countryRules,
      Clock clock) {
    return new MakeProposal(
        alertStates, register, renderAlert, previews.publicLongest(), countryRules, clock);
  }

  @Bean
  AlertJson alertJson(
      AlertStates alertStates,
      CountDeliveries countDeliveries,
      ReadAuthorities register,
      Clock clock) {
    return new AlertJson(alertStates, countDeliveries, register, clock);
  }

  @Bean
  AlertsController alertsController(
      Aggregate<Alert> alerts,
      MakeProposal makeProposal,
      AlertStates alertStates,
      SeeAlert seeAlert,
      SeeCase seeCase,
      AlertJson alertJson,
      AlertSettings settings) {
    return new AlertsController(
        new DraftAlert(alerts.documents(), makeProposal, alertStates),
        new RewriteAlert(alerts.documents(), makeProposal, alertStates),
        new ShowAlerts(alerts.documents(), seeCase),
        seeAlert,
        seeCase,
        alertJson,
        new ReadAlertWish(settings.gateway().toString()));
  }

  @Bean
  AlertMovesController alertMovesController(
      Aggregate<Alert> alerts,
      AlertStates alertStates,
      ReadAuthorities register,
      ReduceAlert reduceAlert,
      SeeAlert seeAlert,
      AlertJson alertJson,
      ClaimCase claimCase,
      AuditTrail auditTrail) {
    return new AlertMovesController(
        new ApproveAlert(alerts.documents(), alertStates, register, claimCase, auditTrail),
        reduceAlert,
        seeAlert,
        alertJson);
  }
}
