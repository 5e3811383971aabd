package org.homeward.alert.subscribers.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Asks the system behind a confirmed webhook to repeat a random word. An address that somebody
 * mistyped, or that is another's, does not repeat it and is never told anything of a child.
 */
final class ProveWebhook {

  /** The due at which it is asked. */
  static final String PROVE_DUE = "prove";

  private static final String BY = "alert";
  private static final int WORD_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** After these it is asked again only when an administrator wants it. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1));

  private final GuardedDocuments<Webhook> webhooks;
  private final SealedKeys keys;
  private final Post post;
  private final Duration deadline;
  private final Clock clock;

  /**
   * @param deadline how long the whole answer may take
   */
  ProveWebhook(
      GuardedDocuments<Webhook> webhooks,
      SealedKeys keys,
      Post post,
      Duration deadline,
      Clock clock) {
    this.webhooks = webhooks;
    this.keys = keys;
    this.post = post;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** Answers the alarm; safe to repeat, because a challenge changes nothing at the other side. */
  void proveIfDue(String id) {
    Instant now = clock.instant();
    Guarded<Webhook> read = webhooks.find(id).orElse(null);
    if (read == null || !read.dueAt(now).contains(PROVE_DUE)) {
      return;
    }
    Optional<String> failure =
        read.state().state() == Webhook.State.UNPROVEN ? challenged(read) : Optional.empty();
    WriteOutcome<Webhook, Boolean> _ = webhooks.change(id, again -> result(again, failure));
  }

  /** An administrator has mended the other side; the answer tells whether it is asked again. */
  WriteOutcome.OfRequest<Webhook, Boolean> again(String id, Command command, String by) {
    return webhooks.change(
        id,
        List.of(Check.once(command)),
        read ->
            read.state().state() == Webhook.State.UNPROVEN
                ? Decision.write(
                    Edit.of(read.state().with(Webhook.Proof.NONE), by)
                        .withDues(Map.of(PROVE_DUE, clock.instant())),
                    true)
                : Decision.keep(false));
  }

  /** Why it has not proved itself; empty when it has. */
  private Optional<String> challenged(Guarded<Webhook> webhook) {
    byte[] random = new byte[WORD_BYTES];
    RANDOM.nextBytes(random);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    byte[] body =
        """
        {"type":"webhook.challenge","timestamp":"%s","data":{"challenge":"%s"}}"""
            .formatted(now, word)
            .getBytes(UTF_8);
    SignedMessage message;
    try {
      message = SignedMessage.of("msg_" + word, body, now, keys.signing(webhook, now));
    } catch (SealedKeys.DoesNotOpen restoredElsewhere) {
      return Optional.of("keys");
    }
    return switch (post.post(webhook.state().url(), message, now.plus(deadline), () -> true)) {
      case Post.Answer.Held(String reason) -> Optional.of(reason);
      case Post.Answer.NotSent(String reason) -> Optional.of(reason);
      case Post.Answer.Lost(String reason) -> Optional.of(reason);
      case Post.Answer.Answered answered -> failure(answered, word);
    };
  }

  private static Optional<String> failure(Post.Answer.Answered answered, String word) {
    if (!Verdicts.isTaken(answered.status())) {
      return Optional.of("http-" + answered.status());
    }
    boolean repeats = new String(answered.body(), UTF_8).contains(word);
    return repeats ? Optional.empty() : Optional.of("not-repeated");
  }

  private Decision<Webhook, Boolean> result(Guarded<Webhook> read, Optional<String> failure) {
    Webhook webhook = read.state();
    if (webhook.state() != Webhook.State.UNPROVEN) {
      return Decision.write(Edit.<Webhook>of(webhook, BY).withDues(without(read)), false);
    }
    Instant now = clock.instant();
    if (failure.isEmpty()) {
      var proved = new Webhook.Proof(webhook.proof().tries(), null, now);
      return Decision.write(
          Edit.of(webhook.with(proved), BY, Webhook.LIVE).withDues(without(read)), true);
    }
    Map<String, Instant> dues = without(read);
    int tries = webhook.proof().tries();
    if (tries < PAUSES.size()) {
      dues.put(PROVE_DUE, now.plus(PAUSES.get(tries)));
    }
    return Decision.write(
        Edit.<Webhook>of(webhook.with(webhook.proof().failed(failure.get())), BY).withDues(dues),
        false);
  }

  private static Map<String, Instant> without(Guarded<Webhook> read) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(PROVE_DUE);
    return dues;
  }
}
