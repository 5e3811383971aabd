package org.homeward.alert.orders.delivery;

import java.util.List;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.orders.preview.PreviewSamples;

/** Messages for tests of senders. */
final class MessageSamples {

  static final Occasion ISSUED =
      new Occasion(
          Occasion.Kind.ISSUED,
          PreviewSamples.NOW,
          1,
          false,
          "K7QX-2MRD",
          new Area("RS", List.of("RS-01")),
          PreviewSamples.UNTIL,
          null);

  private MessageSamples() {}

  static Message issued(String id) {
    return new Message(id, "Missing child", "text", "en", List.of(), ISSUED, PreviewSamples.NOW);
  }

  static Message ended(String id) {
    return new Message(
        id,
        "Over",
        "text",
        "en",
        List.of(),
        new Occasion(
            Occasion.Kind.ENDED, PreviewSamples.NOW, 1, false, "K7QX-2MRD", null, null, null),
        PreviewSamples.NOW);
  }
}
