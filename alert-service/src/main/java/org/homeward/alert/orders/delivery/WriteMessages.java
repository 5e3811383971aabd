package org.homeward.alert.orders.delivery;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.preview.EndText;
import org.homeward.alert.orders.preview.Part;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.SmsPart;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.AnswerLinks;
import org.homeward.alert.subscribers.destinations.Destination;
import org.jspecify.annotations.Nullable;

/** Writes the message to one destination from the bytes that were approved. */
final class WriteMessages {

  private static final String PARAGRAPH = "\n\n";

  private final SliceIds ids;
  private final AnswerLinks answers;

  WriteMessages(SliceIds ids, AnswerLinks answers) {
    this.ids = ids;
    this.answers = answers;
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
   * @param approved as the issue has it, read once for all messages of a batch
   */
  Letter edition(String alert, Issue issue, PreviewDocument approved) {
    return (to, intended, before) -> {
      Part part = approved.parts().get(intended.language());
      if (part == null) {
        throw new IllegalStateException("nothing was approved in this language");
      }
      return new Message(
          ids.edition(alert, intended.edition(), to.number()),
          part.subject(),
          to.address() instanceof Address.ByText
              ? sms(part).text(issue.withdrawn())
              : madeOut(part.text(issue.withdrawn()), to),
          intended.language(),
          before == null || before.edition() == intended.edition()
              ? List.of()
              : List.of(ids.edition(alert, before.edition(), to.number())),
          occasion(issue, approved, intended.edition(), answer(alert, to)),
          issue.since());
    };
  }

  /** The rule of a preview without these words selects no phone. */
  private static SmsPart sms(Part part) {
    if (part.sms() == null) {
      throw new IllegalStateException("no text message was approved in this language");
    }
    return part.sms();
  }

  /** A phone has no room for a link, and a volunteer owes no answer. */
  private @Nullable URI answer(String alert, Destination to) {
    return to.address() instanceof Address.Endpoint ? answers.of(alert, to.number()) : null;
  }

  private static Occasion occasion(
      Issue issue, PreviewDocument approved, int edition, @Nullable URI answer) {
    return new Occasion(
        edition == 1 ? Occasion.Kind.ISSUED : Occasion.Kind.UPDATED,
        issue.preview().at(),
        edition,
        approved.exercise(),
        approved.reference(),
        approved.rule().area(),
        approved.until(),
        answer);
  }

  Letter end(String alert, Alert.Over over) {
    Map<String, EndText> ends = over.ends();
    Preview issued = over.preview();
    String reference = issued == null ? null : issued.read().reference();
    return (to, intended, _) -> {
      String language =
          ends.containsKey(intended.language())
              ? intended.language()
              : ends.keySet().iterator().next();
      EndText end = ends.getOrDefault(language, new EndText("", ""));
      return new Message(
          ids.end(alert, to.number()),
          end.subject(),
          to.address() instanceof Address.ByText
              ? Objects.requireNonNullElse(end.sms(), end.subject())
              : madeOut(end.text(), to),
          language,
          List.of(ids.edition(alert, intended.edition(), to.number())),
          new Occasion(
              Occasion.Kind.ENDED,
              over.at(),
              intended.edition(),
              over.exercise(),
              reference,
              null,
              null,
              null),
          over.at());
    };
  }

  /**
   * The approved text with this reader's way to leave; where there is none, without a word of it.
   */
  private static String madeOut(String text, Destination to) {
    return switch (to.address()) {
      case Address.Mailbox mailbox -> text.replace(Part.LEAVE, mailbox.leaveLink().toString());
      case Address.Endpoint _, Address.ByText _ ->
          Arrays.stream(text.strip().split(PARAGRAPH))
              .filter(paragraph -> !paragraph.contains(Part.LEAVE))
              .collect(Collectors.joining(PARAGRAPH, "", "\n"));
    };
  }
}
