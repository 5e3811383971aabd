package org.homeward.alert.orders.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.sms.SendSms;
import org.homeward.alert.subscribers.sms.ShortMessage;
import org.homeward.alert.subscribers.sms.SmsResult;
import org.homeward.schema.people.PhoneNumber;

/** Tells phones of organisations by text messages, through the providers of the node. */
final class SmsSender implements Sender {

  private static final Duration SOON = Duration.ofSeconds(2);

  private final SendSms sendSms;

  SmsSender(SendSms sendSms) {
    this.sendSms = sendSms;
  }

  @Override
  public boolean serves(Destination to) {
    return to.address() instanceof Address.Phone;
  }

  @Override
  public boolean permits(Destination to) {
    return sendSms.permits();
  }

  /** A provider that hangs holds up no mail. */
  @Override
  public boolean sendsSideBySide() {
    return true;
  }

  @Override
  public boolean takesBack(Delivery held) {
    return held.isHeld() && held.ways().stream().anyMatch(this::takesBack);
  }

  private boolean takesBack(Way way) {
    return !way.ids().isEmpty() && sendSms.permits(way.provider());
  }

  @Override
  public Session session() {
    return new Session() {
      @Override
      public MailResult send(Message message, Destination to, Instant deadline) {
        return sendSms.send(text(message, to), deadline, () -> true, Optional.empty()).result();
      }

      @Override
      public Carried carry(
          Message message,
          Destination to,
          Delivery intended,
          Instant deadline,
          BooleanSupplier isStill) {
        ShortMessage text = text(message, to);
        return intended.end()
            ? end(text, intended, deadline, isStill)
            : edition(text, intended, deadline, isStill);
      }

      @Override
      public TakenBack takeBack(Destination to, Delivery held, Instant deadline) {
        List<Way> ways = new ArrayList<>();
        boolean all = true;
        for (Way way : held.ways()) {
          boolean asks = takesBack(way);
          all &= way.ids().isEmpty() || (asks && isTakenBack(phone(to).number(), way, deadline));
          ways.add(asks ? way.empty() : way);
        }
        return new TakenBack(ways, all);
      }

      @Override
      public void close() {}
    };
  }

  private static Address.Phone phone(Destination to) {
    return (Address.Phone) to.address();
  }

  private static ShortMessage text(Message message, Destination to) {
    return new ShortMessage(
        message.id(), phone(to).number(), message.text(), message.occasion().until());
  }

  private boolean isTakenBack(PhoneNumber number, Way way, Instant deadline) {
    return sendSms.cancel(way.provider(), number, way.ids(), deadline);
  }

  /** The one repetition after an unknown outcome goes through another provider, if there is one. */
  private Carried edition(
      ShortMessage text, Delivery intended, Instant deadline, BooleanSupplier isStill) {
    Optional<String> silent =
        intended.unknowns() > 0 ? Optional.ofNullable(intended.provider()) : Optional.empty();
    SmsResult sent = sendSms.send(text, deadline, isStill, silent);
    List<Way> ways =
        by(sent.result())
            .map(provider -> new Way(provider, sent.ids(), null, 0))
            .map(way -> Way.added(intended.ways(), way))
            .orElse(intended.ways());
    return new Carried(sent.result(), ways);
  }

  /** The provider that may have it. */
  private static Optional<String> by(MailResult result) {
    return switch (result) {
      case MailResult.Accepted(String provider) -> Optional.of(provider);
      case MailResult.Unknown(String provider, var _) -> Optional.of(provider);
      case MailResult.Later _, MailResult.Never _ -> Optional.empty();
    };
  }

  /** The end follows the words through every provider that may have them, through each once. */
  private Carried end(
      ShortMessage text, Delivery intended, Instant deadline, BooleanSupplier isStill) {
    List<Way> ways = new ArrayList<>();
    List<MailResult> results = new ArrayList<>();
    for (Way way : owed(intended.ways())) {
      MailResult result = way.isSettled() ? settled(way) : end(text, way, deadline, isStill);
      ways.add(way.isSettled() ? way : way.empty().after(result));
      results.add(result);
    }
    return new Carried(ofAll(results), ways); // upholds 4
  }

  private MailResult end(ShortMessage text, Way way, Instant deadline, BooleanSupplier isStill) {
    if (takesBack(way)) {
      boolean _ = isTakenBack(text.to(), way, deadline);
    }
    return sendSms.sendBy(way.provider(), text, deadline, isStill).result();
  }

  private static MailResult settled(Way way) {
    if (way.end() == Delivery.State.ACCEPTED) {
      return new MailResult.Accepted(way.provider());
    }
    return way.end() == Delivery.State.NEVER
        ? new MailResult.Never("refused")
        : new MailResult.Unknown(way.provider(), "unanswered");
  }

  /** What is tried again decides, then what nobody knows; one provider that has it is enough. */
  private static MailResult ofAll(List<MailResult> results) {
    return Stream.of(
            MailResult.Later.class,
            MailResult.Unknown.class,
            MailResult.Accepted.class,
            MailResult.Never.class)
        .flatMap(kind -> results.stream().filter(kind::isInstance).limit(1))
        .findFirst()
        .orElseGet(() -> new MailResult.Later(SOON, "off"));
  }

  /**
   * All providers when nobody knows which one had the words, or when one of those is not the node's
   * any more. While one is away, the end goes through another one too: its reader waits for none.
   */
  private List<Way> owed(List<Way> known) {
    List<String> there = sendSms.providers();
    List<Way> ways =
        new ArrayList<>(known.stream().filter(way -> there.contains(way.provider())).toList());
    boolean isAny = ways.size() < known.size() || known.isEmpty();
    boolean isAway =
        ways.stream().noneMatch(way -> way.isSettled() || sendSms.permits(way.provider()));
    for (String provider : there) {
      boolean isKnown = ways.stream().anyMatch(way -> way.provider().equals(provider));
      if (!isKnown && (isAny || (isAway && sendSms.permits(provider)))) {
        ways.add(Way.of(provider));
      }
    }
    return ways;
  }
}
