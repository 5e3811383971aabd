package org.homeward.alert.orders.openpages;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.openphotos.ReadOpenPhoto;
import org.homeward.alert.orders.preview.FindAlertOfReference;
import org.homeward.alert.orders.stops.StopsInForce;
import org.homeward.copies.FreshCases;
import org.homeward.durable.Aggregate;
import org.homeward.durable.reader.TopicReader;
import org.homeward.face.access.Permit;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.homeward.face.door.Clients;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.recovery.Recovery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Open pages: public alerts by code, as a list, and as a feed. */
@Configuration(proxyBeanMethods = false)
public class OpenPagesConfiguration {

  /** For everybody; nothing of it says who may know of which case. */
  public static List<Permit> permits() {
    return List.of(
        Permit.open(HttpMethod.GET, OpenNoticesController.NOTICES),
        Permit.open(HttpMethod.GET, OpenNoticesController.NOTICE),
        Permit.open(HttpMethod.GET, OpenNoticesController.PHOTO),
        Permit.open(HttpMethod.GET, OpenNoticesController.FEED));
  }

  /** However many ask, subscribing and leaving keep their places. */
  @Bean
  AllowanceRow openNoticePlaces() {
    return AllowanceRow.of(HttpMethod.GET, "/api/v1/public/**", Allowance.NOTICES);
  }

  /** Whether this node knows what holds now. */
  static BooleanSupplier isKnown(FreshCases cases, Recovery recovery) {
    return () -> cases.isFresh() && !recovery.isQuarantined(); // upholds 4
  }

  @Bean
  OpenNoticesController openNoticesController(
      FindAlertOfReference findAlertOfReference,
      Aggregate<Alert> alerts,
      StopsInForce stopsInForce,
      AlertStates alertStates,
      FreshCases freshCases,
      Recovery recovery,
      ReadOpenPhoto readOpenPhoto,
      AlertSettings settings,
      NodeSettings node,
      Clients clients,
      MeterRegistry metrics,
      TopicReader casesReader,
      Clock clock) {
    var notices =
        new KnownNotices(
            alerts.documents(), () -> casesReader.staleAggregates() > 0, casesReader::isStale);
    BooleanSupplier nodeKnows = isKnown(freshCases, recovery);
    BooleanSupplier isKnown = () -> nodeKnows.getAsBoolean() && notices.areAll();
    var lookUpNotice =
        new LookUpNotice(
            findAlertOfReference, alerts.documents(), stopsInForce, alertStates, isKnown, clock);
    return new OpenNoticesController(
        lookUpNotice,
        new ListNotices(alerts.documents(), lookUpNotice, isKnown),
        new NoticesFeed(settings.gateway(), node.node()),
        readOpenPhoto,
        new WrongCodes(clock),
        clients,
        metrics);
  }
}
