package org.homeward.intake.providers;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of the directory, which no other service hears of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderSettings.class)
public class ProvidersConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeProvider.class);

  /** The team reads it, supervisors keep it; an address is for those who bring somebody there. */
  public static List<Permit> permits() {
    String provider = ProvidersController.PROVIDER;
    return List.of(
        Permit.of(GET, HttpProviders.PROVIDERS, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, HttpProviders.PROVIDERS, SUPERVISOR),
        Permit.of(GET, provider, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, provider, SUPERVISOR),
        Permit.of(GET, provider + "/address", SUPERVISOR, CONFIDANT),
        Permit.of(POST, provider + "/checked", SUPERVISOR),
        Permit.of(POST, provider + "/out", SUPERVISOR));
  }

  @Bean
  Aggregate<KeptProvider> providers(
      Aggregates aggregates, ObjectProvider<ChangeProvider> changeProvider) {
    return aggregates
        .of("providers", KeptProvider.class)
        .alarm(id -> changeProvider.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeProvider changeProvider(
      Aggregate<KeptProvider> providers,
      ProviderSettings settings,
      MeterRegistry metrics,
      Clock clock) {
    Counter rings = metrics.counter("homeward.providers.rings"); // a number before one rings
    return new ChangeProvider(
        providers.documents(),
        settings.checkEvery(),
        id -> {
          rings.increment();
          LOG.warn("nobody has asked provider {} whether all is still so", id);
        },
        clock);
  }

  @Bean
  ViewProviders viewProviders(
      Aggregate<KeptProvider> providers,
      LogAuditTrail trail,
      ProviderSettings settings,
      Clock clock) {
    return new ViewProviders(providers.documents(), trail, settings.checkEvery(), clock);
  }

  /** The part of it that other rooms find. */
  @Bean
  FindProvider findProvider(ViewProviders viewProviders) {
    return id ->
        viewProviders
            .one(id)
            .map(
                known -> {
                  Details details = known.provider().details();
                  return new FindProvider.Found(
                      id, details.name(), details.phone(), details.services());
                });
  }

  @Bean
  ProvidersController providersController(
      ViewProviders viewProviders, ChangeProvider changeProvider, Clock clock) {
    return new ProvidersController(viewProviders, changeProvider, clock);
  }

  @Bean
  SampledGauges providerGauges(ViewProviders viewProviders) {
    return new SampledGauges()
        .seldom(
            "homeward.providers.unchecked",
            "providers of the directory that nobody has asked for too long",
            Tags.empty(),
            viewProviders::unchecked);
  }

  @Bean
  Background providerSampling(SampledGauges providerGauges) {
    return new Background(providerGauges::start, providerGauges::close);
  }
}
