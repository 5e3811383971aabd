package org.homeward.alert.slices;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.alerts.Alert;
import org.homeward.alert.alerts.EndText;
import org.homeward.alert.alerts.Part;
import org.homeward.alert.alerts.PreviewDocument;
import org.homeward.alert.mailing.Mail;
import org.homeward.alert.subscriptions.Destination;

/** Makes the mail to one destination from the bytes that were approved. */
final class Letters {

  private final SliceIds ids;

  Letters(SliceIds ids) {
    this.ids = ids;
  }

  Mail edition(
      String alert,
      int edition,
      PreviewDocument approved,
      Set<String> withdrawn,
      Destination to,
      Delivery delivery,
      int before) {
    Part part = approved.parts().get(delivery.language());
    if (part == null) {
      throw new IllegalStateException("nothing was approved in this language");
    }
    return mail(
        ids.edition(alert, edition, to.number()),
        to,
        part.subject(),
        part.text(withdrawn),
        delivery.language(),
        before == 0 ? List.of() : List.of(ids.edition(alert, before, to.number())));
  }

  Mail end(String alert, Alert.Over over, Destination to, Delivery delivery) {
    Map<String, EndText> ends = over.ends();
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
