package org.homeward.alert.subscribers.sms;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.trial.ScriptedSmsc;

/** A connection to a provider, for tests of other rooms too. */
public final class TrialSms implements AutoCloseable {

  private final Path passwordFile;
  private final SmppLink link;
  private final SendSms sendSms;
  private final List<String> receipts = new CopyOnWriteArrayList<>();

  /**
   * @param deadline how long the provider may take
   */
  public TrialSms(String address, int rate, int window, Duration deadline, Clock clock) {
    try {
      passwordFile = Files.createTempFile("smsc", ".password");
      Files.writeString(passwordFile, ScriptedSmsc.PASSWORD + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var server =
        new SmppServer(address, ScriptedSmsc.LOGIN, passwordFile, "116000", deadline, window);
    link = new SmppLink(server, new Pace(rate), receipts::add, clock);
    link.start();
    sendSms = new SendSms(true, link, Breakers.NONE, deadline, _ -> {}, clock);
  }

  public SendSms sendSms() {
    return sendSms;
  }

  /** Waits until it is logged in. */
  public TrialSms bound() {
    await().until(link::isBound);
    return this;
  }

  ShortMessages messages() {
    return link;
  }

  List<String> receipts() {
    return receipts;
  }

  @Override
  public void close() {
    link.close();
    try {
      Files.delete(passwordFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
