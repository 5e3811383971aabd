package org.homeward.alert.orders.stops;

/** What a person wants of a stop. */
sealed interface StopCommand {

  String by();

  record Set(String by) implements StopCommand {}

  record Lift(String by) implements StopCommand {}
}
