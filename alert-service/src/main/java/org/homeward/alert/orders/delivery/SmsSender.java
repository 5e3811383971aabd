package org.homeward.alert.orders.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.sms.SendSms;
import org.homeward.alert.subscribers.sms.ShortMessage;
import org.homeward.alert.subscribers.sms.SmsCancel;
import org.homeward.alert.subscribers.sms.SmsResult;
import org.homeward.schema.people.PhoneNumber;

/**
 * Tells phones of organisations and of volunteers by text messages, through the providers of the
 * node.
 */
final class SmsSender implements Sender {

  private static final Duration SOON = Duration.ofSeconds(2);

  private final SendSms sendSms;

  SmsSender(SendSms sendSms) {
    this.sendSms = sendSms;
  }

  @Override
  public boolean serves(Destination to) {
    return to.address() instanceof Address.ByText;
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
    return way.isHeld() && sendSms.permits(way.provider());
  }

  @Override
  public Session session() {
    return new Session() {
      @Override
      public MailResult send(
          Message message, Destination to, Instant deadline, BooleanSupplier isStill) {
        return sendSms.send(text(message, to), deadline, isStill, Optional.empty()).result();
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
        PhoneNumber number = phone(to).number();
        List<Way> ways = new ArrayList<>();
        boolean isGone = false;
        for (Way way : held.ways()) {
          Asked asked = takesBack(way) ? ask(number, way, deadline) : new Asked(way, false);
          ways.add(asked.way());
          isGone |= asked.isGone() && way.provider().equals(held.provider());
        }
        return new TakenBack(ways, isGone);
      }

      @Override
      public void close() {}
    };
  }

  private static Address.ByText phone(Destination to) {
    return (Address.ByText) to.address();
  }

  private static ShortMessage text(Message message, Destination to) {
    return new ShortMessage(
        message.id(), phone(to).number(), message.text(), message.occasion().until());
  }

  /**
   * A provider that was asked to deliver no more.
   *
   * @param isGone whether certainly nothing of the newest message arrives
   */
  private record Asked(Way way, boolean isGone) {}

  private Asked ask(PhoneNumber number, Way way, Instant deadline) {
    SmsCancel newest = sendSms.cancel(way.provider(), number, way.ids(), deadline);
    SmsCancel earlier = sendSms.cancel(way.provider(), number, way.earlier(), deadline);
    boolean isGone = !way.ids().isEmpty() && newest.isDone(); // upholds 2
    return new Asked(way.asked(newest, earlier), isGone);
  }

  /** The one repetition after an unknown outcome goes through another provider, if there is one. */
  private Carried edition(
      ShortMessage text, Delivery intended, Instant deadline, BooleanSupplier isStill) {
    Optional<String> silent =
        intended.unknowns() > 0 ? Optional.ofNullable(intended.provider()) : Optional.empty();
    SmsResult sent = sendSms.send(text, deadline, isStill, silent);
    List<Way> known = known(intended);
    List<Way> ways =
        by(sent.result())
            .map(provider -> Way.added(known, Way.holding(provider, sent.ids())))
            .orElse(known);
    return new Carried(sent.result(), ways);
  }

  /** An earlier release did not say which provider had the words. */
  private static List<Way> known(Delivery intended) {
    boolean isUntold =
        intended.ways().isEmpty() && (intended.attempted() || intended.unknowns() > 0);
    if (isUntold) return List.of(Way.ANY); // upholds 4
    return intended.ways();
  }

  /** The provider that may have it. */
  private static Optional<String> by(MailResult result) {
    return switch (result) {
      case MailResult.Accepted(String provider) -> Optional.of(provider);
      case MailResult.Unknown(String provider, var _) -> Optional.of(provider);
      case MailResult.Later _, MailResult.Never _ -> Optional.empty();
    };
  }

  /**
   * The end follows the words through every provider that may have them, through each once. Where
   * none of these takes it, it goes through another one too, and its reader waits for none.
   */
  private Carried end(
      ShortMessage text, Delivery intended, Instant deadline, BooleanSupplier isStill) {
    List<Way> ways = new ArrayList<>();
    List<MailResult> open = new ArrayList<>();
    List<MailResult> settled = new ArrayList<>();
    for (Way way : owed(intended.ways())) {
      if (way.isSettled()) {
        ways.add(way);
        settled.add(settled(way));
        continue;
      }
      Way asked = takesBack(way) ? ask(text.to(), way, deadline).way() : way;
      MailResult result = sendSms.sendBy(way.provider(), text, deadline, isStill).result();
      Way after = asked.after(result);
      ways.add(after);
      (after.isSettled() ? settled : open).add(result); // upholds 4
    }
    for (String other : sendSms.providers()) {
      if (ways.stream().noneMatch(way -> way.hasEnd() || way.provider().equals(other))) {
        MailResult result = sendSms.sendBy(other, text, deadline, isStill).result();
        Way after = Way.of(other).after(result);
        if (!(result instanceof MailResult.Later)) {
          ways.add(after); // else it has nothing, and is asked anew with the others
        }
        (after.isSettled() ? settled : open).add(result);
      }
    }
    return new Carried(ofAll(open, settled), ways);
  }

  private static MailResult settled(Way way) {
    if (way.end() == Delivery.State.ACCEPTED) {
      return new MailResult.Accepted(way.provider());
    }
    return way.end() == Delivery.State.NEVER
        ? new MailResult.Never("refused")
        : new MailResult.Unknown(way.provider(), "unanswered");
  }

  /** An open result comes before all settled ones; of these, one acceptance is enough. */
  private static MailResult ofAll(List<MailResult> open, List<MailResult> settled) {
    return Stream.concat(
            of(open, List.of(MailResult.Later.class, MailResult.Unknown.class)),
            of(
                settled,
                List.of(
                    MailResult.Accepted.class, MailResult.Unknown.class, MailResult.Never.class)))
        .findFirst()
        .orElseGet(() -> new MailResult.Later(SOON, "off"));
  }

  private static Stream<MailResult> of(
      List<MailResult> results, List<Class<? extends MailResult>> kinds) {
    return kinds.stream().flatMap(kind -> results.stream().filter(kind::isInstance));
  }

  /**
   * All providers when nobody knows which one had the words, or when one of those is not the node's
   * any more. One that was silent comes last: it may take all the time there is.
   */
  private List<Way> owed(List<Way> known) {
    List<String> there = sendSms.providers();
    List<Way> ways =
        new ArrayList<>(known.stream().filter(way -> there.contains(way.provider())).toList());
    boolean isAny = ways.size() < known.size() || known.isEmpty();
    for (String provider : there) {
      if (isAny && ways.stream().noneMatch(way -> way.provider().equals(provider))) {
        ways.add(Way.of(provider));
      }
    }
    ways.sort(Comparator.comparingInt(Way::unknowns));
    return ways;
  }
}
