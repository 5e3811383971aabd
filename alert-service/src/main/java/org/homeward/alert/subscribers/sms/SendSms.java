package org.homeward.alert.subscribers.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.schema.people.PhoneNumber;

/**
 * Sends a text to a phone through the node's providers: through another one when the first has
 * certainly not taken it, and never through two at once.
 */
public final class SendSms {

  /** Longer nobody waits for what a provider says of a message that is to be taken back. */
  private static final Duration TO_CANCEL = Duration.ofSeconds(2);

  /** Reasons that hold for every provider. */
  private static final Set<String> OWN = Set.of("stopped", "expired");

  private final List<Provider> providers;
  private final Breakers breakers;
  private final Duration deadline;
  private final Consumer<MailResult> counted;
  private final Consumer<Boolean> cancelled;
  private final Clock clock;

  /**
   * @param providers in the order in which they are asked; empty: the channel is off
   * @param deadline how long one message may take
   * @param counted hears of each result
   * @param cancelled hears whether a message was certainly taken back
   */
  SendSms(
      List<Provider> providers,
      Breakers breakers,
      Duration deadline,
      Consumer<MailResult> counted,
      Consumer<Boolean> cancelled,
      Clock clock) {
    this.providers = List.copyOf(providers);
    this.breakers = breakers;
    this.deadline = deadline;
    this.counted = counted;
    this.cancelled = cancelled;
    this.clock = clock;
  }

  /** Whether this node has a provider: without one no alert is approved for phones. */
  public boolean isOn() {
    return !providers.isEmpty();
  }

  /** The names of all, in the order in which they are asked. */
  public List<String> providers() {
    return providers.stream().map(Provider::name).toList();
  }

  /** False while no provider takes messages. */
  public boolean permits() {
    return providers.stream().anyMatch(this::permits);
  }

  /** False while this one takes no messages. */
  public boolean permits(String provider) {
    return named(provider).filter(this::permits).isPresent();
  }

  private boolean permits(Provider provider) {
    return provider.messages().isBound() && breakers.permits(provider.name());
  }

  private Optional<Provider> named(String name) {
    return providers.stream().filter(provider -> provider.name().equals(name)).findFirst();
  }

  /**
   * It never throws for what the other side does, and answers in time.
   *
   * @param silent the provider that may have it already, and of which another one takes the place;
   *     empty the first time
   * @param isStill asked just before it leaves: false and it does not
   */
  public SmsResult send(
      ShortMessage message, Instant latest, BooleanSupplier isStill, Optional<String> silent) {
    SmsResult refused = SmsResult.of(SmsVerdicts.notSent(isOn() ? "not-bound" : "off"));
    boolean first = true;
    for (Provider provider : inOrder(silent)) {
      SmsResult sent = sendBy(provider, message, latest, isStill);
      if (!isForAnother(sent.result())) {
        return sent; // upholds 2
      }
      refused = first ? sent : milder(refused, sent);
      first = false;
    }
    return refused;
  }

  private List<Provider> inOrder(Optional<String> silent) {
    return providers.stream()
        .filter(this::permits)
        .sorted(
            Comparator.comparing(provider -> silent.filter(provider.name()::equals).isPresent()))
        .toList();
  }

  /** Whether this provider has certainly not taken it, and another one may. */
  private static boolean isForAnother(MailResult result) {
    return switch (result) {
      case MailResult.Never _ -> true;
      case MailResult.Later(var _, String reason) -> !OWN.contains(reason);
      case MailResult.Accepted _, MailResult.Unknown _ -> false;
    };
  }

  /** A number that one provider does not know may be known to the other one later. */
  private static SmsResult milder(SmsResult one, SmsResult other) {
    return other.result() instanceof MailResult.Never ? one : other;
  }

  /** The same through one provider alone. */
  public SmsResult sendBy(
      String provider, ShortMessage message, Instant latest, BooleanSupplier isStill) {
    return named(provider)
        .filter(this::permits)
        .map(there -> sendBy(there, message, latest, isStill))
        .orElseGet(() -> SmsResult.of(SmsVerdicts.notSent("not-bound")));
  }

  private SmsResult sendBy(
      Provider provider, ShortMessage message, Instant latest, BooleanSupplier isStill) {
    Instant own = clock.instant().plus(deadline);
    boolean isLate = SmsVerdicts.isExpired(message.until(), clock.instant()); // upholds 4
    SmsResult sent =
        isLate
            ? SmsResult.of(SmsVerdicts.notSent("expired"))
            : provider.named(
                provider.messages().send(message, own.isBefore(latest) ? own : latest, isStill));
    learn(provider, sent.result());
    counted.accept(sent.result());
    return sent;
  }

  /** What has not left this node says nothing about the provider. */
  private void learn(Provider provider, MailResult result) {
    if (SmsVerdicts.isAnswer(result)) {
      breakers.learn(provider.name(), new MailResult.Accepted(provider.name()));
    } else if (SmsVerdicts.isSilence(result)) {
      breakers.learn(provider.name(), result);
    }
  }

  /**
   * Takes back what a provider may still hold.
   *
   * @param ids by which the provider knows it
   */
  public SmsCancel cancel(String provider, PhoneNumber to, List<String> ids, Instant latest) {
    Instant own = clock.instant().plus(TO_CANCEL);
    SmsCancel said =
        named(provider)
            .filter(there -> !ids.isEmpty() && permits(there))
            .map(there -> there.messages().cancel(to, ids, own.isBefore(latest) ? own : latest))
            .orElseGet(() -> new SmsCancel(true, ids));
    if (said.left().size() < ids.size()) {
      cancelled.accept(said.isDone());
    }
    return said;
  }
}
