package org.homeward.gateway;

import org.homeward.face.access.AccessConfiguration;
import org.homeward.face.door.DoorConfiguration;
import org.homeward.face.guessing.GuessConfiguration;
import org.homeward.face.problem.ProblemConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** Starts the gateway. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties({GatewaySettings.class, AwaySettings.class})
@Import({
  ProblemConfiguration.class,
  AccessConfiguration.class,
  DoorConfiguration.class,
  GuessConfiguration.class,
  PlacesConfiguration.class,
  RouteConfiguration.class,
  ClientConfiguration.class,
  BreakersConfiguration.class
})
public class GatewayApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(GatewayApplication.class, arguments);
  }
}
