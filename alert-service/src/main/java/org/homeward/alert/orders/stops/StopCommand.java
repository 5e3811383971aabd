package org.homeward.alert.orders.stops;

/** A person's command to a stop. */
sealed interface StopCommand {

  String by();

  record Set(String by) implements StopCommand {}

  record Lift(String by) implements StopCommand {}
}
