package org.homeward.face.guessing;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeward.face.door.Clients;
import org.homeward.face.problem.FaceProblem;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Delays the check of a secret, the longer the more wrong ones came from that client or for that
 * login, and counts the wrong ones. A waiting request takes no place.
 *
 * <p>Because others try a login it waits for half a second at most, and is looked at however many
 * they are: from elsewhere nobody can lock its owner out. Only a client that has sent wrong secrets
 * itself, and now tries several secrets at once, is told to come again.
 */
final class GuessFilter extends OncePerRequestFilter {

  /** A proxy that does not name its client, and a secret without a login, have no count. */
  private static final String NOBODY = "";

  private final GuessSettings settings;
  private final Clients clients;
  private final List<PathPattern> links;
  private final WrongSecrets ofClients;
  private final WrongSecrets forLogins;
  private final RightSecrets right = new RightSecrets();
  private final MeterRegistry metrics;
  private final ConcurrentMap<String, Integer> waiting = new ConcurrentHashMap<>();

  /** Never given: to wait for it is to wait. */
  private final Semaphore never = new Semaphore(0);

  GuessFilter(
      GuessSettings settings, Clients clients, List<PathPattern> links, MeterRegistry metrics) {
    this.settings = settings;
    this.clients = clients;
    this.links = links;
    this.metrics = metrics;
    ofClients = new WrongSecrets(settings, settings.longest(), System::nanoTime);
    forLogins = new WrongSecrets(settings, settings.longestForLogin(), System::nanoTime);
    // Numbers before there is a request.
    List.of(GuessedSecret.LOGIN, GuessedSecret.LINK).forEach(kind -> counter(kind, 0));
    metrics.gauge("homeward.guesses.braked", this, GuessFilter::braked);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<GuessedSecret> guessed = GuessedSecret.in(request, links);
    // Requests from the gateway have waited there and are counted there.
    if (guessed.isEmpty() || (settings.atGateway() && clients.isPassedOn(request))) {
      chain.doFilter(request, response);
      return;
    }
    GuessedSecret secret = guessed.get();
    String client = clients.networkOf(request).orElse(NOBODY);
    pause(secret, client);
    chain.doFilter(request, response);
    learn(secret, client, response.getStatus());
  }

  private void learn(GuessedSecret secret, String client, int status) {
    if (secret.isRight(status)) {
      right.right(secret);
    }
    secret
        .wrong(status)
        .ifPresent(
            kind -> {
              counter(kind, 1);
              ofClients.wrong(client);
              if (kind.equals(GuessedSecret.LOGIN)) {
                forLogins.wrong(secret.login());
                right.wrong(secret);
              }
            });
  }

  private void pause(GuessedSecret secret, String client) {
    Duration ofClient = ofClients.pause(client);
    Duration forLogin = forLogins.pause(secret.login());
    if (ofClient.compareTo(forLogin) <= 0 || isSpared(secret)) {
      await(forLogin);
      return;
    }
    try {
      if (waiting.merge(client, 1, Integer::sum) > settings.waiting()) {
        throw FaceProblem.TOO_MANY.exception();
      }
      await(ofClient);
    } finally {
      waiting.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  private boolean isSpared(GuessedSecret secret) {
    return !secret.link() && right.contains(secret);
  }

  private void await(Duration pause) {
    try {
      if (never.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("nobody gives it");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw FaceProblem.UNAVAILABLE.exception();
    }
  }

  private long braked() {
    return ofClients.braked() + forLogins.braked();
  }

  private void counter(String kind, int more) {
    metrics.counter("homeward.guesses.wrong", "kind", kind).increment(more);
  }
}
