package org.homeward.gateway;

import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.util.TimeValue;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client towards the services: it changes nothing, repeats nothing and bounds every wait. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

  /**
   * More connections than places, so that a request with a place does not wait for a connection.
   */
  private static final int CONNECTIONS_PER_SERVICE = 256;

  private static final int CONNECTIONS = 512;
  private static final int WAIT_FOR_CONNECTION_S = 2;

  /** After a rush its connections are closed, and their buffers are free. */
  private static final int IDLE_S = 20;

  /** The look at a kept connection takes a millisecond; busy ones are not looked at. */
  private static final int UNCHECKED_MS = 100;

  @Bean
  HttpEventStreams eventStreams() {
    return new HttpEventStreams();
  }

  /** As it comes the client repeats requests, unpacks gzip and has five connections per host. */
  @Bean
  HttpComponentsClientHttpRequestFactoryBuilder upstreamClient(HttpEventStreams eventStreams) {
    return ClientHttpRequestFactoryBuilder.httpComponents()
        .withHttpClientCustomizer(
            client ->
                client
                    .disableContentCompression()
                    .disableAutomaticRetries()
                    .disableCookieManagement()
                    .evictIdleConnections(TimeValue.ofSeconds(IDLE_S))
                    .addExecInterceptorFirst("event-streams", eventStreams))
        .withConnectionManagerCustomizer(
            connections ->
                connections
                    .setMaxConnPerRoute(CONNECTIONS_PER_SERVICE)
                    .setMaxConnTotal(CONNECTIONS))
        .withConnectionConfigCustomizer(
            connection ->
                // By default two seconds: that long a service's death would cost its callers.
                connection.setValidateAfterInactivity(UNCHECKED_MS, TimeUnit.MILLISECONDS))
        .withDefaultRequestConfigCustomizer(
            request ->
                request.setConnectionRequestTimeout(WAIT_FOR_CONNECTION_S, TimeUnit.SECONDS));
  }
}
