package org.homeward.local.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.face.door.DoorConfiguration;
import org.homeward.face.guessing.GuessConfiguration;
import org.homeward.face.problem.ProblemConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Gives tokens to the people of a demo node, on loopback only: everybody knows their secrets. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(IssuerSettings.class)
@Import({
  IssuerDoor.class,
  ProblemConfiguration.class,
  DoorConfiguration.class,
  GuessConfiguration.class
})
public class DemoIssuer {

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(DemoIssuer.class)
        .properties("spring.config.name=issuer")
        .run(arguments);
  }

  @Bean
  RegisteredClientRepository consoleAndScripts(IssuerSettings settings) {
    Stream<RegisteredClient> scripts =
        DemoPerson.at(settings.node()).stream().map(person -> client(person, settings));
    return new InMemoryRegisteredClientRepository(
        Stream.concat(scripts, Stream.of(ConsoleClient.of(settings))).toList());
  }

  /** A person's scripts. */
  private static RegisteredClient client(DemoPerson person, IssuerSettings settings) {
    return RegisteredClient.withId(person.login())
        .clientId(person.login())
        .clientSecret("{noop}" + person.secret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLife())
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .build())
        .build();
  }

  @Bean
  OAuth2AuthorizationService logins() {
    return new Logins();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(IssuerSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
  }

  @Bean
  JWKSource<SecurityContext> keys(IssuerSettings settings) {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.keptIn(settings.data())));
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> personAndRoles(IssuerSettings settings) {
    Map<String, DemoPerson> people =
        DemoPerson.at(settings.node()).stream()
            .collect(Collectors.toMap(DemoPerson::login, Function.identity()));
    return context -> {
      Authentication principal = context.getPrincipal();
      DemoPerson person = principal == null ? null : people.get(principal.getName());
      if (person == null) {
        return;
      }
      context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
      var claims = context.getClaims();
      if (context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
        claims.audience(List.of(settings.audience()));
      }
      claims
          .claim("person", person.person())
          .claim("name", person.name())
          .claim("roles", List.of(person.role()));
      String desk = settings.demoDesk();
      if (person.isPolice() && desk != null && !desk.isBlank()) {
        claims.claim("desk", desk);
      }
    };
  }
}
