package org.homeward.alert.orders.measures;

import java.util.List;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.delivery.CountProgress;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.delivery.SliceIds;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Measures: how alerts went, computed from their delivery records when somebody asks. */
@Configuration(proxyBeanMethods = false)
public class MeasuresConfiguration {

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.GET, MeasuresController.MEASURES, Role.SUPERVISOR, Role.AUTHORITY));
  }

  @Bean
  MeasuresController measuresController(
      Aggregate<Slice> slices, SliceIds sliceIds, CountProgress countProgress, SeeAlert seeAlert) {
    return new MeasuresController(
        new MeasureAlert(slices.documents(), sliceIds, countProgress), seeAlert);
  }
}
