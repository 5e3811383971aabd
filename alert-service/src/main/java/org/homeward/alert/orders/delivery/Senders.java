package org.homeward.alert.orders.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.subscribers.destinations.Destination;

/** All ways to people; a destination is reached on the first that serves it. */
final class Senders {

  private final List<Sender> all;

  Senders(List<Sender> all) {
    this.all = List.copyOf(all);
  }

  /** Empty when no way leads there. */
  Optional<Sender> serving(Destination to) {
    return all.stream().filter(sender -> sender.serves(to)).findFirst();
  }

  /** The sessions of one batch, each opened when the first message goes its way. */
  static final class Sessions implements AutoCloseable {

    private final Map<Sender, Sender.Session> open = new HashMap<>();

    Sender.Session of(Attempt attempt) {
      return open.computeIfAbsent(attempt.by(), Sender::session);
    }

    @Override
    public void close() {
      open.values().forEach(Sender.Session::close);
    }
  }
}
