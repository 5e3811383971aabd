package org.homeward.face.door;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Deadlines, room for bodies, allowances, strict HTTP; {@code homeward.door.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
public class DoorConfiguration {

  /** Inside the filter that writes problems. */
  private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 10;

  /** After security (-100) and the body (0). */
  private static final int WHOLE_AND_KNOWN = 1;

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> doorOfTomcat(DoorSettings settings) {
    return tomcat -> {
      tomcat.setProtocol(DoorProtocol.class.getName());
      tomcat.addConnectorCustomizers(
          connector -> {
            if (connector.getProtocolHandler() instanceof DoorProtocol door) {
              door.keep(settings);
            }
          });
    };
  }

  @Bean
  Clients clients(DoorSettings settings) {
    return new Clients(settings.proxies());
  }

  @Bean
  WaitingBodies waitingBodies(DoorSettings settings, Clients clients) {
    return new WaitingBodies(settings, clients);
  }

  @Bean
  Allowances allowances(
      DoorSettings settings,
      Clients clients,
      ObjectProvider<AllowanceTable> tables,
      ObjectProvider<AllowanceRow> rows) {
    Stream<AllowanceRow> first = tables.stream().flatMap(table -> table.rows().stream());
    return new Allowances(settings, clients, Stream.concat(first, rows.orderedStream()).toList());
  }

  @Bean
  FilterRegistrationBean<StrictFilter> strictFilter(DoorSettings settings) {
    var registration = new FilterRegistrationBean<>(new StrictFilter(settings.hosts()));
    registration.setOrder(EARLY);
    return registration;
  }

  @Bean
  FilterRegistrationBean<AllowanceFilter> allowanceFilter(Allowances allowances) {
    var registration = new FilterRegistrationBean<>(new AllowanceFilter(allowances));
    registration.setOrder(WHOLE_AND_KNOWN);
    return registration;
  }

  @Bean
  MeterBinder doorMetrics(Allowances allowances, WaitingBodies bodies) {
    return registry -> {
      for (Allowance allowance : Allowance.values()) {
        Gauge.builder("homeward.door.places.taken", allowances, all -> all.taken(allowance))
            .description("requests that are worked on")
            .tag("allowance", allowance.tag())
            .register(registry);
      }
      Gauge.builder("homeward.door.waiting.bytes", bodies, WaitingBodies::taken)
          .description("memory that bodies take, from their first byte until they are answered")
          .register(registry);
    };
  }
}
