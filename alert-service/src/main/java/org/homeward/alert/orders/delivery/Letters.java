package org.homeward.alert.orders.delivery;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.preview.EndText;
import org.homeward.alert.orders.preview.Part;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.subscriptions.Destination;
import org.jspecify.annotations.Nullable;

/** Makes the mail to one destination from the bytes that were approved. */
final class Letters {

  private final SliceIds ids;

  Letters(SliceIds ids) {
    this.ids = ids;
  }

  /** What goes to everybody; the approved bytes are read once for all mails of a batch. */
  interface Letter {

    /**
     * @param before where the destination stood, or null when it was never tried
     */
    Mail to(Destination to, Delivery delivery, @Nullable Delivery before);
  }

  Letter edition(String alert, Issue issue) {
    PreviewDocument approved = issue.preview().read();
    return (to, delivery, before) -> {
      Part part = approved.parts().get(delivery.language());
      if (part == null) {
        throw new IllegalStateException("nothing was approved in this language");
      }
      return mail(
          ids.edition(alert, delivery.edition(), to.number()),
          to,
          part.subject(),
          part.text(issue.withdrawn()),
          delivery.language(),
          before == null || before.edition() == delivery.edition()
              ? List.of()
              : List.of(ids.edition(alert, before.edition(), to.number())));
    };
  }

  Letter end(String alert, Alert.Over over) {
    Map<String, EndText> ends = over.ends();
    return (to, delivery, _) -> end(alert, ends, to, delivery);
  }

  private Mail end(String alert, Map<String, EndText> ends, Destination to, Delivery delivery) {
    String language =
        ends.containsKey(delivery.language())
            ? delivery.language()
            : ends.keySet().iterator().next();
    EndText end = ends.getOrDefault(language, new EndText("", ""));
    return mail(
        ids.end(alert, to.number()),
        to,
        end.subject(),
        end.text(),
        language,
        List.of(ids.edition(alert, delivery.edition(), to.number())));
  }

  private static Mail mail(
      String messageId,
      Destination to,
      String subject,
      String text,
      String language,
      List<String> references) {
    URI leave = to.leaveLink();
    String whole = text.replace(Part.LEAVE, leave.toString());
    return new Mail(
        messageId, to.email(), subject, whole, html(whole, leave), language, leave, references);
  }

  /** The same text, with its lines and the one link. */
  private static String html(String text, URI leave) {
    String escaped =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    String link = leave.toString().replace("&", "&amp;");
    String linked = escaped.replace(link, "<a href=\"" + link + "\">" + link + "</a>");
    return "<!DOCTYPE html><html><body><p>"
        + linked.strip().replace("\n\n", "</p><p>").replace("\n", "<br>")
        + "</p></body></html>";
  }
}
