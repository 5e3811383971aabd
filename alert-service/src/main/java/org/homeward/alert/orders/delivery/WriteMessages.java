package org.homeward.alert.orders.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.orders.preview.EndText;
import org.homeward.alert.orders.preview.Part;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.subscriptions.Destination;
import org.jspecify.annotations.Nullable;

/** Writes the message to one destination from the bytes that were approved. */
final class WriteMessages {

  private final SliceIds ids;

  WriteMessages(SliceIds ids) {
    this.ids = ids;
  }

  /** One text for all destinations; it is made out to each of them. */
  @FunctionalInterface
  interface Letter {

    /**
     * @param before where the destination stood, or null when it was never tried
     */
    Message to(Destination to, Delivery intended, @Nullable Delivery before);
  }

  /**
   * @param approved read once for all messages of a batch
   */
  Letter edition(String alert, PreviewDocument approved, Set<String> withdrawn) {
    return (to, intended, before) -> {
      Part part = approved.parts().get(intended.language());
      if (part == null) {
        throw new IllegalStateException("nothing was approved in this language");
      }
      return message(
          ids.edition(alert, intended.edition(), to.number()),
          to,
          part.subject(),
          part.text(withdrawn),
          intended.language(),
          before == null || before.edition() == intended.edition()
              ? List.of()
              : List.of(ids.edition(alert, before.edition(), to.number())));
    };
  }

  Letter end(String alert, Map<String, EndText> ends) {
    return (to, intended, _) -> {
      String language =
          ends.containsKey(intended.language())
              ? intended.language()
              : ends.keySet().iterator().next();
      EndText end = ends.getOrDefault(language, new EndText("", ""));
      return message(
          ids.end(alert, to.number()),
          to,
          end.subject(),
          end.text(),
          language,
          List.of(ids.edition(alert, intended.edition(), to.number())));
    };
  }

  private static Message message(
      String id,
      Destination to,
      String subject,
      String text,
      String language,
      List<String> references) {
    String whole = text.replace(Part.LEAVE, to.leaveLink().toString());
    return new Message(id, subject, whole, language, references);
  }
}
