package org.homeward.alert.config;

import java.time.Clock;
import java.util.List;
import org.homeward.alert.alerts.Alert;
import org.homeward.alert.alerts.FollowStates;
import org.homeward.alert.alerts.ReduceAlert;
import org.homeward.alert.authorities.RevokeAuthority;
import org.homeward.alert.desks.RevokeDesk;
import org.homeward.alert.kafka.StopEvents;
import org.homeward.alert.restoring.AlertEnds;
import org.homeward.alert.restoring.ReplayAlertEnds;
import org.homeward.alert.slices.CountAsTold;
import org.homeward.alert.stops.LiftStop;
import org.homeward.alert.stops.SetStop;
import org.homeward.alert.stops.Stop;
import org.homeward.alert.stops.StopsInForce;
import org.homeward.alert.subscriptions.Subscription;
import org.homeward.alert.subscriptions.UseLink;
import org.homeward.alert.web.HostSecurity;
import org.homeward.alert.web.StopsController;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Stops: need the store and nothing else to be set. */
@Configuration(proxyBeanMethods = false)
public class StopsConfiguration {

  static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/stops", Role.OPERATOR, Role.SUPERVISOR, Role.AUTHORITY),
        Permit.of(
            HttpMethod.GET,
            "/api/v1/stops",
            Role.OPERATOR,
            Role.SUPERVISOR,
            Role.AUTHORITY,
            Role.DPO),
        Permit.of(HttpMethod.POST, "/api/v1/stops/{id}/lift", Role.SUPERVISOR, Role.AUTHORITY));
  }

  @Bean
  Aggregate<Stop> stops(
      Aggregates aggregates,
      Aggregate<Alert> alerts,
      EventTopic ownTopic,
      EventCodec codec,
      EndsLog endsLog,
      NodeSettings node,
      ObjectProvider<StopsInForce> stopsInForce,
      ObjectProvider<FollowStates> followStates) {
    var events = new StopEvents(codec, node.node(), alerts.documents());
    return aggregates
        .of("stops", Stop.class)
        .publishedTo(endsLog.drain(AlertEnds::stop), ownTopic.drain(events::render))
        .alarm(id -> stopsInForce.getObject().tellIfDue(id, followStates.getObject()::stopChanged))
        .declared();
  }

  @Bean
  SetStop setStop(Aggregate<Stop> stops, Clock clock) {
    return new SetStop(stops.documents(), clock);
  }

  @Bean
  StopsInForce stopsInForce(Aggregate<Stop> stops) {
    return new StopsInForce(stops.documents());
  }

  @Bean
  ReplayAlertEnds replayAlertEnds(
      Aggregate<Alert> alerts,
      Aggregate<Stop> stops,
      Aggregate<Subscription> subscriptions,
      ReduceAlert reduceAlert,
      FollowStates followStates,
      CountAsTold countAsTold,
      SetStop setStop,
      UseLink useLink,
      RevokeDesk revokeDesk,
      RevokeAuthority revokeAuthority) {
    return new ReplayAlertEnds(
        alerts.documents(),
        stops.documents(),
        subscriptions.documents(),
        reduceAlert,
        followStates,
        countAsTold,
        setStop,
        useLink,
        revokeDesk,
        revokeAuthority);
  }

  @Bean
  StopsController stopsController(
      Aggregate<Stop> stops,
      SetStop setStop,
      StopsInForce stopsInForce,
      FollowStates followStates,
      Clock clock) {
    return new StopsController(
        setStop, new LiftStop(stops.documents(), clock), stopsInForce, followStates::stopChanged);
  }

  /** For a stop when nobody can log in: before all other chains. */
  @Bean
  @Order(0)
  SecurityFilterChain hostSecurity(HttpSecurity http, NodeSettings node) {
    return HostSecurity.chain(http, StopKey.in(node.data())::fits);
  }
}
