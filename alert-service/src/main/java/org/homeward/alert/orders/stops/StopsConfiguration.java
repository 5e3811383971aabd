package org.homeward.alert.orders.stops;

import java.time.Clock;
import java.util.List;
import org.homeward.alert.sight.SeeCase;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventTopic;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
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

  public static List<Permit> permits() {
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
      Drain<Stop> stopEnds,
      EventTopic ownTopic,
      EventCodec codec,
      FindCaseOfAlert findCaseOfAlert,
      NodeSettings node,
      ObjectProvider<StopsInForce> stopsInForce,
      ObjectProvider<StopFollower> follower) {
    var topic = new StopTopic(codec, node.node(), findCaseOfAlert);
    return aggregates
        .of("stops", Stop.class)
        .publishedTo(stopEnds, ownTopic.drain(topic::render))
        .alarm(id -> stopsInForce.getObject().tellIfDue(id, follower.getObject()))
        .dueAtStart(StopsInForce.TELL_DUE)
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
  StopsController stopsController(
      Aggregate<Stop> stops,
      SetStop setStop,
      StopsInForce stopsInForce,
      FindCaseOfAlert findCaseOfAlert,
      SeeCase seeCase,
      StopFollower follower,
      Clock clock) {
    return new StopsController(
        setStop,
        new LiftStop(stops.documents(), clock),
        new SeeStops(stopsInForce, findCaseOfAlert, seeCase),
        follower);
  }

  /** With a token or the host's key: security has looked at it before the body was read. */
  @Bean
  AllowanceRow stopPlaces() {
    return AllowanceRow.ofKnown(HttpMethod.POST, StopsController.STOPS, Allowance.STOPS);
  }

  /** For a stop when nobody can log in: before all other chains. */
  @Bean
  @Order(0)
  SecurityFilterChain hostSecurity(HttpSecurity http, NodeSettings node) {
    return HttpHostSecurity.chain(http, StopKey.in(node.secretFiles(), node.data())::fits);
  }
}
