package org.homeward.face.access;

import java.net.InetAddress;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tokens to callers; needs a {@link Permissions} bean and {@code homeward.access.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
public class AccessConfiguration {

  @Bean
  JwtDecoder issuerKeys(AccessSettings settings) {
    return IssuerKeys.decoder(settings);
  }

  @Bean
  SecurityFilterChain tokenSecurity(HttpSecurity http, Permissions permissions) {
    return TokenSecurity.chain(http, permissions);
  }

  /** Before all others: requests at the management port reach the actuator or nothing. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain managementSecurity(HttpSecurity http) {
    return TokenSecurity.chain(http.securityMatcher(new ManagementPort()), PermissionGate.ACTUATOR);
  }

  @Bean
  WebMvcConfigurer callerArgument() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }

  /** Runs before the servers listen. */
  @Bean
  SmartInitializingSingleton demoBind(Environment environment) {
    boolean demo = environment.getProperty("homeward.demo", Boolean.class, false);
    var bind = environment.getProperty("server.address", InetAddress.class);
    var managementBind = environment.getProperty("management.server.address", InetAddress.class);
    return () -> {
      DemoBind.check(demo, bind);
      DemoBind.check(demo, managementBind);
    };
  }
}
