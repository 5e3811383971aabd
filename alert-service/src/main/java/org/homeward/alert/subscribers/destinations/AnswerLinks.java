package org.homeward.alert.subscribers.destinations;

import java.net.URI;

/** Where one destination says what it does about one alert. */
@FunctionalInterface
public interface AnswerLinks {

  /** The same each time. */
  URI of(String alert, long number);
}
