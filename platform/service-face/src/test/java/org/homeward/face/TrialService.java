package org.homeward.face;

import static org.homeward.face.access.Role.ADMIN;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.face.access.Caller;
import org.homeward.face.access.FaceSecurity;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.homeward.face.problem.FaceProblem;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small service with the face of all of them. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FaceConfiguration.class)
class TrialService {

  static final String SECRET = "Milica said she is at her aunt's";

  @Bean
  Permissions permissions() {
    return Permissions.of(
        Permit.of(GET, "/api/v1/things/{id}", OPERATOR, SUPERVISOR),
        Permit.of(POST, "/api/v1/things", OPERATOR),
        Permit.of(PATCH, "/api/v1/things/{id}", OPERATOR),
        Permit.of(GET, "/api/v1/numbers/{n}", OPERATOR),
        Permit.of(GET, "/api/v1/failures/{kind}", OPERATOR),
        Permit.of(GET, "/api/v1/nowhere", OPERATOR),
        Permit.of(GET, "/api/v1/settings", ADMIN),
        Permit.open(POST, "/api/v1/wishes"),
        Permit.of(POST, "/api/v1/halts", OPERATOR));
  }

  @Bean
  AllowanceRow halts() {
    return AllowanceRow.ofKnown(POST, "/api/v1/halts", Allowance.STOPS);
  }

  /** As alert-service does it for feed readers. */
  @Bean
  @Order(1)
  SecurityFilterChain feedSecurity(HttpSecurity http) {
    var challenge = FaceSecurity.unauthenticated("Basic realm=\"police feed\"");
    return FaceSecurity.harden(http)
        .securityMatcher("/api/v1/feeds/**")
        .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(challenge)
                    .accessDeniedHandler(FaceSecurity.forbidden()))
        .authenticationManager(
            login -> {
              if (!"desk-key".equals(login.getCredentials())) {
                throw new BadCredentialsException("no");
              }
              return UsernamePasswordAuthenticationToken.authenticated(
                  login.getName(), null, List.of());
            })
        .build();
  }

  /** How many wishes have come so far as to be worked on, and until when they are. */
  static final AtomicInteger wishes = new AtomicInteger();

  static volatile CountDownLatch gate = new CountDownLatch(0);

  @RestController
  static final class Things {

    @GetMapping("/api/v1/things/{id}")
    ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
      return ResponseEntity.ok()
          .eTag(ETags.of(7))
          .body(Map.of("person", caller.person(), "roles", caller.roles().toString()));
    }

    @PostMapping(path = "/api/v1/things", consumes = "application/json")
    ResponseEntity<RequestCommand> create(RequestCommand command, @RequestBody byte[] body) {
      return ResponseEntity.created(URI.create("/api/v1/things/" + body.length)).body(command);
    }

    @PatchMapping(path = "/api/v1/things/{id}", consumes = "application/merge-patch+json")
    ResponseEntity<Void> change(IfMatch seen, @RequestBody byte[] body) {
      return seen.first(
          version -> {
            if (version.orElse(7) != 7) {
              throw FaceProblem.PRECONDITION_FAILED.exception();
            }
            return ResponseEntity.noContent().eTag(ETags.of(8)).build();
          });
    }

    /** Answers when it is told to. */
    @SafeToRepeat("nothing is kept")
    @PostMapping("/api/v1/wishes")
    int wish(@RequestBody(required = false) byte[] body) throws InterruptedException {
      wishes.incrementAndGet();
      gate.await();
      return body == null ? 0 : body.length;
    }

    @SafeToRepeat("nothing is kept")
    @PostMapping("/api/v1/halts")
    void halt() {}

    @GetMapping("/api/v1/numbers/{n}")
    int number(@PathVariable int n, @RequestParam int limit) {
      return n + limit;
    }

    @GetMapping(path = "/api/v1/feeds/police", produces = "application/atom+xml")
    ResponseEntity<byte[]> feed() {
      return ResponseEntity.ok().eTag(ETags.of("3.17")).body("<feed/>".getBytes());
    }

    @GetMapping("/api/v1/failures/{kind}")
    void fail(@PathVariable String kind, HttpServletResponse response) throws IOException {
      switch (kind) {
        case "bug" -> throw new IllegalStateException(SECRET, new IOException(SECRET));
        case "refusal" ->
            throw FaceProblem.CONFLICT
                .problem()
                .with("allowed", List.of("release", "hold"))
                .error("/reports/0/says", "state")
                .exception();
        case "status" -> response.sendError(409, SECRET);
        case "late" -> {
          response.getOutputStream().write(1);
          response.flushBuffer();
          throw new IllegalStateException(SECRET);
        }
        default -> throw new IllegalArgumentException(SECRET);
      }
    }
  }
}
