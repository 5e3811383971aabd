package org.homeward.alert.subscribers.sms;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.trial.ScriptedSmsc;

/** Connections to providers, for tests of other rooms too. */
public final class TrialSms implements AutoCloseable {

  private final Path passwordFile;
  private final List<SmppLink> links;
  private final SendSms sendSms;
  private final List<String> receipts = new CopyOnWriteArrayList<>();

  /**
   * @param deadline how long a provider may take
   */
  public TrialSms(String address, int rate, int window, Duration deadline, Clock clock) {
    this(List.of(address), rate, window, deadline, clock);
  }

  /**
   * @param addresses of the providers, in the order in which they are asked
   */
  public TrialSms(List<String> addresses, int rate, int window, Duration deadline, Clock clock) {
    try {
      passwordFile = Files.createTempFile("smsc", ".password");
      Files.writeString(passwordFile, ScriptedSmsc.PASSWORD + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    links =
        addresses.stream()
            .map(
                address ->
                    new SmppServer(
                        address, ScriptedSmsc.LOGIN, passwordFile, "116000", deadline, window))
            .map(server -> new SmppLink(server, new Pace(rate), receipts::add, clock))
            .toList();
    links.forEach(SmppLink::start);
    List<Provider> providers = new ArrayList<>();
    for (SmppLink link : links) {
      providers.add(
          new Provider(providers.isEmpty() ? SmsVerdicts.PROVIDER : Provider.SECOND, link));
    }
    sendSms = new SendSms(providers, Breakers.NONE, deadline, _ -> {}, _ -> {}, clock);
  }

  public SendSms sendSms() {
    return sendSms;
  }

  /** Waits until all are logged in. */
  public TrialSms bound() {
    await().until(() -> links.stream().allMatch(SmppLink::isBound));
    return this;
  }

  ShortMessages messages() {
    return links.getFirst();
  }

  List<String> receipts() {
    return receipts;
  }

  @Override
  public void close() {
    links.forEach(SmppLink::close);
    try {
      Files.delete(passwordFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
