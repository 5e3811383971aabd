package org.homeward.local.journey;

import java.net.http.HttpRequest;
import java.util.function.Function;

/** One bad request, and the status that answers it. */
record Row(String name, int status, Function<Scene, HttpRequest> request) {
  /** Stands in bad values, so that it is found wherever somebody repeats it. */
  static final String MARK = "Zlatibor417";

  static final String HOSTILE = MARK + "<script>";

  @Override
  public String toString() {
    return name + " → " + status;
  }
}
