package org.homeward.face.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;

/**
 * Bounds the requests in work. Each request that waits for a slow store or service holds its
 * thread's stack and its buffers; without a bound they would fill the heap, and nobody would get an
 * answer.
 */
final class Allowances {

  private final List<AllowanceRow> rows;
  private final Clients clients;
  private final Map<Allowance, Places> places = new EnumMap<>(Allowance.class);

  Allowances(DoorSettings settings, Clients clients, List<AllowanceRow> rows) {
    this.rows = List.copyOf(rows);
    this.clients = clients;
    for (Allowance allowance : Allowance.values()) {
      int all = settings.places().of(allowance);
      places.put(allowance, new Places(all, settings.shareOf(all), allowance.waits()));
    }
  }

  private Optional<AllowanceRow> row(HttpServletRequest request) {
    return rows.stream().filter(row -> row.covers(request)).findFirst();
  }

  /**
   * Takes a place of the first row that covers the request, else of those for its kind of caller;
   * closing it gives it back.
   *
   * @throws org.homeward.face.problem.ProblemException when all are taken, or the client's share is
   */
  Place take(HttpServletRequest request) {
    Optional<AllowanceRow> row = row(request);
    Allowance allowance =
        row.map(AllowanceRow::allowance)
            .orElse(Callers.isKnown() ? Allowance.STAFF : Allowance.OPEN);
    boolean unverified = row.filter(AllowanceRow::isUnverified).isPresent();
    return places(allowance).take(clients.networkOf(request), unverified);
  }

  int taken(Allowance allowance) {
    return places(allowance).taken();
  }

  private Places places(Allowance allowance) {
    Places found = places.get(allowance);
    if (found == null) {
      throw new IllegalStateException("no places for " + allowance);
    }
    return found;
  }

  /** A place that is taken. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Places {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** More would hold too much memory; a client's share is one of places and queue together. */
    private static final int WAITING_FOR_EACH = 4;

    private final int all;
    private final int share;
    private final boolean waits;
    private final Semaphore free;
    private final ConcurrentMap<String, Share> byClient = new ConcurrentHashMap<>();

    /** One client: its requests, waiting ones among them, and the places that it may hold. */
    private record Share(AtomicInteger requests, Semaphore free) {}

    Places(int all, int share, boolean waits) {
      this.all = all;
      this.share = share;
      this.waits = waits;
      this.free = new Semaphore(all, waits);
    }

    int taken() {
      return all - free.availablePermits();
    }

    Place take(Optional<String> client, boolean unverified) {
      if (!waits && free.availablePermits() == 0) {
        throw FaceProblem.UNAVAILABLE.exception(); // whoever asks
      }
      if (client.isEmpty()) {
        enter(free, FaceProblem.UNAVAILABLE);
        return free::release;
      }
      Share own = joined(client.get());
      try {
        if (own.requests().get() > most(unverified)) {
          throw FaceProblem.TOO_MANY.exception();
        }
        enter(own.free(), FaceProblem.TOO_MANY);
      } catch (ProblemException refused) {
        leave(client.get());
        throw refused;
      }
      try {
        enter(free, FaceProblem.UNAVAILABLE);
      } catch (ProblemException refused) {
        own.free().release();
        leave(client.get());
        throw refused;
      }
      return () -> {
        free.release();
        own.free().release();
        leave(client.get());
      };
    }

    private int most(boolean unverified) {
      int own = unverified ? Math.max(1, share / 2) : share;
      return waits ? own * (1 + WAITING_FOR_EACH) : own;
    }

    private void enter(Semaphore places, FaceProblem otherwise) {
      if (!hasEntered(places)) {
        throw otherwise.exception();
      }
    }

    private boolean hasEntered(Semaphore places) {
      if (!waits) {
        return places.tryAcquire();
      }
      if (places.getQueueLength() >= WAITING_FOR_EACH * all) {
        return false;
      }
      try {
        return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    private Share joined(String client) {
      return byClient.compute(
          client,
          (_, known) -> {
            Share own =
                known == null ? new Share(new AtomicInteger(), new Semaphore(share, waits)) : known;
            own.requests().incrementAndGet();
            return own;
          });
    }

    private void leave(String client) {
      byClient.computeIfPresent(
          client, (_, own) -> own.requests().decrementAndGet() == 0 ? null : own);
    }
  }
}
