package org.homeward.alert.subscribers.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.people.PhoneNumber;

/**
 * Sends a code to a phone, and hears it back from somebody who has the phone. A number that
 * somebody mistyped, or that is another's, is never told anything of a child.
 */
public final class ProvePhone<P extends CodedPhone<P>> {

  /** The due at which a code is sent. */
  public static final String CODE_DUE = "code";

  private static final String BY = "alert";

  private final GuardedDocuments<P> phones;
  private final PhoneCodes codes;
  private final SendSms sendSms;
  private final GiveCodeTurn turns;
  private final Duration deadline;
  private final Clock clock;

  /**
   * @param deadline how long the provider may take
   */
  public ProvePhone(
      GuardedDocuments<P> phones,
      PhoneCodes codes,
      SendSms sendSms,
      GiveCodeTurn turns,
      Duration deadline,
      Clock clock) {
    this.phones = phones;
    this.codes = codes;
    this.sendSms = sendSms;
    this.turns = turns;
    this.deadline = deadline;
    this.clock = clock;
  }

  /**
   * Answers the alarm. The seal is stored first: if this process dies before the message is out,
   * the code never comes, and somebody has another one sent.
   */
  public void sendIfDue(String id) {
    Instant now = clock.instant();
    Guarded<P> read = phones.find(id).orElse(null);
    if (read == null || !read.dueAt(now).contains(CODE_DUE)) {
      return;
    }
    String code = codes.code();
    PhoneNumber number = read.state().number();
    boolean permitted =
        number != null && read.state().isUnproven() && turns.take(codes.sealed(number), now);
    WriteOutcome<P, Boolean> outcome =
        phones.change(id, again -> begun(again, codes.seal(id, code), permitted, now));
    if (outcome instanceof WriteOutcome.Written(var written, var begun) && begun) {
      send(written, code);
    }
  }

  private Decision<P, Boolean> begun(Guarded<P> read, String seal, boolean permitted, Instant now) {
    if (!read.dueAt(now).contains(CODE_DUE)) {
      return Decision.keep(false);
    }
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(CODE_DUE);
    P phone = read.state();
    boolean asks = phone.isUnproven();
    if (!asks || !permitted) {
      P kept = asks ? phone.with(phone.proof().failed("too-many")) : phone;
      return Decision.write(Edit.<P>of(kept, BY).withDues(dues), false);
    }
    return Decision.write(
        Edit.<P>of(phone.with(phone.proof().sent(seal, now)), BY).withDues(dues), true);
  }

  private void send(Guarded<P> phone, String code) {
    PhoneNumber number = phone.state().number();
    if (number == null) {
      return;
    }
    Instant now = clock.instant();
    var message =
        new ShortMessage(
            phone.id() + "/" + phone.version(),
            number,
            codes.text(code, phone.state().language()),
            now.plus(PhoneProof.VALID));
    // Long enough for two providers.
    Instant latest = now.plus(deadline).plus(deadline);
    MailResult result = sendSms.send(message, latest, () -> true, Optional.empty()).result();
    String failure =
        switch (result) {
          case MailResult.Accepted _ -> null;
          case MailResult.Later(var _, String reason) -> reason;
          case MailResult.Never(String reason) -> reason;
          case MailResult.Unknown(var _, String reason) -> reason;
        };
    if (failure != null) {
      WriteOutcome<P, Boolean> _ =
          phones.change(phone.id(), read -> failed(read, phone.version(), failure));
    }
  }

  private Decision<P, Boolean> failed(Guarded<P> read, long sent, String failure) {
    return read.version() == sent
        ? Decision.write(
            Edit.<P>of(read.state().with(read.state().proof().failed(failure)), BY)
                .withDues(read.dues()),
            true)
        : Decision.keep(false);
  }

  /** Somebody has another code sent; the answer tells whether it is. */
  public WriteOutcome.OfRequest<P, Asked> again(String id, Command command, String by) {
    Instant now = clock.instant();
    return phones.change(
        id,
        List.of(Check.once(command)),
        read -> {
          PhoneNumber number = read.state().number();
          if (number == null || !read.state().isUnproven()) {
            return Decision.keep(Asked.NOTHING);
          }
          if (!turns.hasRoom(codes.sealed(number), now)) {
            return Decision.keep(Asked.TOO_OFTEN);
          }
          Map<String, Instant> dues = new TreeMap<>(read.dues());
          dues.put(CODE_DUE, now);
          return Decision.write(Edit.<P>of(read.state(), by).withDues(dues), Asked.SENT);
        });
  }

  /** The fate of a request for a code. */
  public enum Asked {
    SENT,
    /** To this number, or from this node, within the hour. */
    TOO_OFTEN,
    /** It waits for no code. */
    NOTHING
  }

  /** The fate of a code that somebody shows. */
  public enum Shown {
    LIVE,
    WRONG,
    /** No code is valid: it is too old, or too many wrong ones were shown. */
    VOID,
    /** It waits for no code. */
    NOTHING
  }

  /** Somebody knows the code from whoever has the phone. */
  public WriteOutcome.OfRequest<P, Shown> show(String id, String code, Command command, String by) {
    Instant now = clock.instant();
    return phones.change(id, List.of(Check.once(command)), read -> shown(read, code, by, now));
  }

  private Decision<P, Shown> shown(Guarded<P> read, String code, String by, Instant now) {
    P phone = read.state();
    PhoneProof proof = phone.proof();
    if (!phone.isUnproven()) {
      return Decision.keep(phone.isLive() ? Shown.LIVE : Shown.NOTHING);
    }
    String seal = proof.seal();
    if (seal == null || !proof.isOpen(now)) {
      return Decision.keep(Shown.VOID);
    }
    boolean right = codes.fits(read.id(), code, seal);
    if (!right) {
      return Decision.write(
          Edit.<P>of(phone.with(proof.missed()), by).withDues(read.dues()), Shown.WRONG);
    }
    return Decision.write(
        Edit.<P>of(phone.with(proof.shown(now)), by, CodedPhone.LIVE).withDues(Map.of()),
        Shown.LIVE);
  }
}
