package org.homeward.alert.config;

import java.time.Clock;
import java.util.List;
import org.homeward.alert.alerts.Alert;
import org.homeward.alert.alerts.AlertDues;
import org.homeward.alert.alerts.AlertStates;
import org.homeward.alert.alerts.ApproveAlert;
import org.homeward.alert.alerts.DraftAlert;
import org.homeward.alert.alerts.FindRegisterEntry;
import org.homeward.alert.alerts.FollowStates;
import org.homeward.alert.alerts.ReduceAlert;
import org.homeward.alert.alerts.RegisterEntry;
import org.homeward.alert.alerts.RenderAlert;
import org.homeward.alert.alerts.RewriteAlert;
import org.homeward.alert.alerts.ShowAlerts;
import org.homeward.alert.authorities.Authority;
import org.homeward.alert.authorities.Power;
import org.homeward.alert.erasures.EraseCase;
import org.homeward.alert.kafka.AlertEvents;
import org.homeward.alert.restoring.AlertEnds;
import org.homeward.alert.slices.FanOut;
import org.homeward.alert.slices.ListDestinations;
import org.homeward.alert.stops.SetStop;
import org.homeward.alert.stops.StopsInForce;
import org.homeward.alert.subscriptions.SubscriptionNumbers;
import org.homeward.alert.web.AlertMovesController;
import org.homeward.alert.web.AlertsController;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Alerts, from the draft to the tombstone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertsSettings.class)
public class AlertsConfiguration {

  private static final String ALERTS = "/api/v1/alerts";
  private static final String ALERT = ALERTS + "/{id}";
  private static final Role[] ON_THE_CASE = {Role.SUPERVISOR, Role.AUTHORITY};

  static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, ALERTS, Role.SUPERVISOR),
        Permit.of(HttpMethod.GET, ALERTS, Role.OPERATOR, Role.SUPERVISOR, Role.AUTHORITY, Role.DPO),
        Permit.of(HttpMethod.GET, ALERT, Role.OPERATOR, Role.SUPERVISOR, Role.AUTHORITY, Role.DPO),
        Permit.of(HttpMethod.PATCH, ALERT, Role.SUPERVISOR),
        Permit.of(HttpMethod.GET, ALERT + "/preview", Role.SUPERVISOR, Role.AUTHORITY),
        Permit.of(HttpMethod.POST, ALERT + "/approve", Role.AUTHORITY),
        Permit.of(HttpMethod.POST, ALERT + "/updates", Role.SUPERVISOR),
        Permit.of(
            HttpMethod.POST, ALERT + "/children/{child}/withdraw", Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.POST, ALERT + "/freeze", Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.POST, ALERT + "/cancel", Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.GET, ALERT + "/destinations", Role.SUPERVISOR));
  }

  @Bean
  Aggregate<Alert> alerts(
      Aggregates aggregates,
      EventTopic ownTopic,
      EventCodec codec,
      EndsLog endsLog,
      ObjectProvider<FollowStates> followStates,
      ObjectProvider<FanOut> fanOut,
      ObjectProvider<EraseCase> eraseCase) {
    var events = new AlertEvents(codec);
    return aggregates
        .of("alerts", Alert.class)
        .askedBy("caseId", "status")
        .publishedTo(endsLog.drain(AlertEnds::alert), ownTopic.drainSome(events::render))
        .alarm(id -> followStates.getObject().timeIsOver(id))
        .alarm(id -> followStates.getObject().tellIfDue(id, fanOut.getObject()::tell))
        .alarm(id -> eraseCase.getObject().buryIfDone(id))
        .dueAtStart(AlertDues.TELL, AlertDues.BURY)
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
  FindRegisterEntry findRegisterEntry(Aggregate<Authority> authorities) {
    return id -> authorities.documents().find(id).map(AlertsConfiguration::entry);
  }

  private static RegisterEntry entry(Guarded<Authority> found) {
    Authority state = found.state();
    boolean valid = state.revokedAt() == null && state.powers().contains(Power.VOLUNTEER_ALERT);
    return new RegisterEntry(found.id(), state.office(), state.persons(), valid, state.until());
  }

  @Bean
  RenderAlert renderAlert(
      Aggregate<CaseCopy> caseCopies,
      Disclosures disclosures,
      AlertStates alertStates,
      FindRegisterEntry findRegisterEntry,
      SubscriptionNumbers numbers,
      NodeSettings node,
      AlertSettings settings,
      AlertsSettings own,
      Clock clock) {
    return new RenderAlert(
        caseCopies.documents(),
        disclosures,
        alertStates,
        findRegisterEntry,
        numbers::watermark,
        node.node(),
        settings.phone(),
        own.zone().getId(),
        clock);
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
  ShowAlerts showAlerts(Aggregate<Alert> alerts, AuditTrail auditTrail) {
    return new ShowAlerts(alerts.documents(), auditTrail);
  }

  @Bean
  AlertsController alertsController(
      Aggregate<Alert> alerts,
      RenderAlert renderAlert,
      AlertStates alertStates,
      ShowAlerts showAlerts,
      ListDestinations listDestinations,
      AlertSettings settings) {
    return new AlertsController(
        new DraftAlert(alerts.documents(), renderAlert, alertStates),
        new RewriteAlert(alerts.documents(), renderAlert, alertStates),
        showAlerts,
        alertStates,
        listDestinations,
        settings.gateway());
  }

  @Bean
  AlertMovesController alertMovesController(
      Aggregate<Alert> alerts,
      AlertStates alertStates,
      FindRegisterEntry findRegisterEntry,
      ReduceAlert reduceAlert,
      SetStop setStop,
      FollowStates followStates,
      ShowAlerts showAlerts,
      ListDestinations listDestinations,
      AuditTrail auditTrail) {
    return new AlertMovesController(
        new ApproveAlert(alerts.documents(), alertStates, findRegisterEntry, auditTrail),
        reduceAlert,
        setStop,
        followStates,
        showAlerts,
        listDestinations,
        alertStates);
  }
}
