package org.homeward.face.problem;

import java.net.URI;
import java.util.Locale;

/**
 * A kind of refusal; each service has one enum of its own, {@link FaceProblem} has the general
 * ones.
 */
public interface ProblemType {

  /**
   * The fixed part of a kind of refusal.
   *
   * @param status the HTTP status, 400 to 599
   * @param title short, the same for every occurrence
   * @param remedy one sentence to the caller: what to do now; it goes out as {@code detail}
   */
  record Wording(int status, String title, String remedy) {}

  Wording wording();

  /** The enum's constant, from which the code comes. */
  String name();

  /** Stable, lower case with hyphens; the last part of the {@link #type()}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  default int status() {
    return wording().status();
  }

  default String title() {
    return wording().title();
  }

  default String remedy() {
    return wording().remedy();
  }

  /** A name, not an address: there is nothing to fetch, and no host that could vanish. */
  default URI type() {
    return URI.create("urn:homeward:problem:" + code());
  }

  /** This problem without errors, extensions and headers. */
  default Problem problem() {
    return Problem.of(this);
  }

  /** This problem, ready to throw. */
  default ProblemException exception() {
    return problem().exception();
  }
}
