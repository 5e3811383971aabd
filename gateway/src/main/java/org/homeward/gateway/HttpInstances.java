package org.homeward.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Spreads requests over the instances of a service, one after the other.
 *
 * <p>When no connection to an instance can be made, nothing of the request has been sent, and the
 * next instance gets it. A failure after the connection is made goes to the caller, because only
 * the caller knows whether a repetition is safe. In both cases the instance is left alone for some
 * seconds, and as long as another is well the breaker of the service does not count it.
 */
final class HttpInstances implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  private static final UpstreamFailure FAILURE = new UpstreamFailure();
  private static final long REST = Duration.ofSeconds(5).toNanos();

  private final List<Instance> instances;
  private final LongSupplier nanos;
  private final AtomicInteger turn = new AtomicInteger();

  HttpInstances(List<URI> addresses, LongSupplier nanos) {
    this.instances = addresses.stream().map(Instance::new).toList();
    this.nanos = nanos;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    List<Instance> order = order();
    for (Instance instance : order.subList(0, order.size() - 1)) {
      try {
        return ask(instance, request, next);
      } catch (Exception failed) {
        if (!UpstreamFailure.isUnsent(failed)) {
          throw failed;
        }
      }
    }
    return ask(order.getLast(), request, next);
  }

  private ServerResponse ask(
      Instance instance, ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    MvcUtils.setRequestUrl(request, instance.address);
    try {
      ServerResponse answer = next.handle(request);
      instance.isThere();
      return answer;
    } catch (Exception failed) {
      if (!FAILURE.test(failed)) {
        throw failed;
      }
      instance.restFrom(nanos.getAsLong());
      throw instances.stream().anyMatch(Instance::isWell) ? new InstanceFailure(failed) : failed;
    }
  }

  /**
   * The instances from the next one on; one that has rested is tried in its turn, a resting one
   * comes last.
   */
  private List<Instance> order() {
    long now = nanos.getAsLong();
    int first = Math.floorMod(turn.getAndIncrement(), instances.size());
    List<Instance> order = new ArrayList<>(instances.size());
    List<Instance> resting = new ArrayList<>();
    for (int i = 0; i < instances.size(); i++) {
      Instance instance = instances.get((first + i) % instances.size());
      if (instance.isWell()) {
        order.add(instance);
      } else if (order.isEmpty() && instance.hasRested(now)) {
        order.add(instance);
      } else {
        resting.add(instance);
      }
    }
    order.addAll(resting);
    return order;
  }

  private static final class Instance {
    private static final long WELL = Long.MIN_VALUE;

    private final URI address;
    private final AtomicLong restsSince = new AtomicLong(WELL);

    Instance(URI address) {
      this.address = address;
    }

    boolean isWell() {
      return restsSince.get() == WELL;
    }

    /** True for one request, which probes the instance; for the others its rest begins anew. */
    boolean hasRested(long now) {
      long since = restsSince.get();
      return since != WELL && now - since >= REST && restsSince.compareAndSet(since, now);
    }

    void restFrom(long now) {
      restsSince.set(now);
    }

    void isThere() {
      if (!isWell()) {
        restsSince.set(WELL);
      }
    }
  }
}
