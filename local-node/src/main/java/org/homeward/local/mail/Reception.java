package org.homeward.local.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.Socket;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides on one SMTP connection which mails are taken, and which replies are sent. */
final class Reception extends SmtpManager {
  private static final int LONGEST_HANG_MS = 300_000;

  private final Mailbox mailbox;
  private final Socket socket;

  Reception(Managers managers, Mailbox mailbox, Socket socket) {
    super(managers.getImapHostManager(), managers.getUserManager());
    this.mailbox = mailbox;
    this.socket = socket;
  }

  @Override
  public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
    return switch (Behaviour.of(recipient.getEmail())) {
      case REFUSES -> "550 5.1.1 There is nobody of this name";
      case LATER -> "451 4.3.0 Not now, try later";
      case TAKES, HANGS, DROPS -> null;
    };
  }

  /** Called after the last dot. */
  @Override
  public @Nullable String checkData(SmtpState state) {
    Set<Behaviour> behaviours =
        addresses(state.getMessage()).stream()
            .map(Behaviour::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Behaviour.class)));
    boolean answers =
        !behaviours.contains(Behaviour.HANGS) && !behaviours.contains(Behaviour.DROPS);
    String failure = keep(state.getMessage(), answers);
    if (answers || failure != null) {
      return failure;
    }
    if (behaviours.contains(Behaviour.HANGS)) {
      awaitClientsEnd();
    }
    hangUp();
    return "421 4.4.2 Nobody hears this";
  }

  /** The mail is kept already. */
  @Override
  public void send(SmtpState state) {}

  private @Nullable String keep(MovingMessage message, boolean answered) {
    try {
      mailbox.take(
          message.getReturnPath().getEmail(), addresses(message), message.getMessage(), answered);
      return null;
    } catch (MessagingException | IOException unreadable) {
      return "554 5.6.0 This is no mail";
    }
  }

  private static List<String> addresses(MovingMessage message) {
    return message.getToAddresses().stream().map(MailAddress::getEmail).sorted().toList();
  }

  private void awaitClientsEnd() {
    try {
      socket.setSoTimeout(LONGEST_HANG_MS);
      while (socket.getInputStream().read() >= 0) {
        // Whatever else it says is not answered either.
      }
    } catch (IOException gone) {
      // That is what was waited for.
    }
  }

  private void hangUp() {
    try {
      socket.close();
    } catch (IOException closed) {
      // Closed it is.
    }
  }
}
