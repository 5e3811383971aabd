package org.homeward.gateway;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.CloseNowException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemException;

/**
 * Maps a failure of a service behind the gateway to a problem.
 *
 * <p>As a predicate it tells the breaker what to count: connections that fail and answers that do
 * not come. A body that was too large or a caller who hung up says nothing about the service, and
 * one instance of several that fails is not the service.
 */
public final class UpstreamFailure implements Predicate<Throwable> {

  @Override
  public boolean test(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isOfCaller(cause) || cause instanceof InstanceFailure) {
        return false;
      }
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  /** The problem of this exception alone, without its causes. */
  static Optional<Problem> problem(Throwable failure) {
    if (isOfCaller(failure)) {
      return Optional.empty();
    }
    return switch (failure) {
      case ConnectTimeoutException _ -> Optional.of(FaceProblem.UNAVAILABLE.problem());
      case SocketTimeoutException _ -> Optional.of(FaceProblem.TIMED_OUT.problem());
      case IOException _ -> Optional.of(FaceProblem.UNAVAILABLE.problem());
      default -> Optional.empty();
    };
  }

  /**
   * The problem when a service is away: it refused, broke off, was silent, or is not asked because
   * it failed before. Empty for whatever the caller did.
   */
  static Optional<Problem> away(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isOfCaller(cause)) {
        return Optional.empty();
      }
      if (cause instanceof CallNotPermittedException) {
        return Optional.of(FaceProblem.UNAVAILABLE.problem());
      }
      Optional<Problem> problem = problem(cause);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /** Whether nothing was sent: the service was not asked, or no connection to it could be made. */
  static boolean isUnsent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CallNotPermittedException || isWithoutConnection(cause)) {
        return true;
      }
    }
    return false;
  }

  /** The connection is made before the first byte is sent. */
  private static boolean isWithoutConnection(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException;
  }

  private static boolean isOfCaller(Throwable failure) {
    return failure instanceof ProblemException
        || failure instanceof BadRequestException
        || failure instanceof CloseNowException;
  }
}
