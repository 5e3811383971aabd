package org.homeward.console.live;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.homeward.console.pages.Person;

/** A service of the node that says what has changed in it. */
enum Part {
  CASES("intake") {
    @Override
    boolean isFor(Person person) {
      return person.isAtDesk();
    }
  },
  ALERTS("alert") {
    @Override
    boolean isFor(Person person) {
      return person.isOnAlerts() || person.is("dpo");
    }
  },
  PARTNERS("bridge") {
    @Override
    boolean isFor(Person person) {
      return person.isAtHandovers();
    }
  };

  private final String service;

  Part(String service) {
    this.service = service;
  }

  /** Whether its API lets this person read changes at all. */
  abstract boolean isFor(Person person);

  static List<Part> of(Person person) {
    return Arrays.stream(values()).filter(part -> part.isFor(person)).toList();
  }

  /** As pages name it when it is away. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The address of what has changed.
   *
   * @param after a place; empty for the newest one
   * @param seconds how long to wait while there is nothing
   */
  String path(String after, long seconds) {
    String path = "/api/v1/changes/" + service;
    return after.isEmpty() ? path : path + "?after=" + after + "&wait=" + seconds;
  }
}
