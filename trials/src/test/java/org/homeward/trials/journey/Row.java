package org.homeward.trials.journey;

import java.net.http.HttpRequest;
import java.util.function.Function;

/**
 * One bad request, and what answers it.
 *
 * @param says the last part of the problem's type, or the cause of a signed refusal; empty when any
 *     problem will do
 */
record Row(String name, int status, String says, Function<Targets, HttpRequest> request) {
  /** Stands in bad values, so that it is found wherever somebody repeats it. */
  static final String MARK = "Zlatibor417";

  static final String HOSTILE = MARK + "<script>";

  Row(String name, int status, Function<Targets, HttpRequest> request) {
    this(name, status, "", request);
  }

  /** A partner's message is refused by a receipt that is signed. */
  boolean isSignedRefusal() {
    return !says.isEmpty() && Character.isUpperCase(says.charAt(0));
  }

  @Override
  public String toString() {
    return name + " → " + status;
  }
}
