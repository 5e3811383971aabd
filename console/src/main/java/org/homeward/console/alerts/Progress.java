package org.homeward.console.alerts;

import java.util.List;

/**
 * How far an alert has got, in numbers.
 *
 * @param status of the alert
 * @param holds why nothing new goes out now, in words
 * @param alert how many have it and how many do not
 * @param ends the same of its end; empty while it is not over
 * @param channels the same on each channel on which something was begun
 */
record Progress(
    String status,
    List<String> holds,
    List<Count> alert,
    List<Count> ends,
    List<OfChannel> channels) {

  Progress {
    holds = List.copyOf(holds);
    alert = List.copyOf(alert);
    ends = List.copyOf(ends);
    channels = List.copyOf(channels);
  }

  /**
   * The numbers of one channel.
   *
   * @param name in words
   */
  record OfChannel(String name, List<Count> counts) {

    OfChannel {
      counts = List.copyOf(counts);
    }
  }

  /**
   * A number of people.
   *
   * @param what in words
   * @param people in the reader's figures, or a word where nobody could count
   */
  record Count(String what, String people) {}
}
