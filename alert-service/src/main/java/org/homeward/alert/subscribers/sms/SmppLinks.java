package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The connections of this process to its providers, in the order in which they are asked. */
final class SmppLinks implements AutoCloseable {

  private final List<Link> links;

  private record Link(String name, SmppLink link, Pace pace) {}

  private SmppLinks(List<Link> links) {
    this.links = List.copyOf(links);
  }

  /**
   * @param receipts hears of the state in each receipt
   */
  static SmppLinks of(SmsSettings settings, Consumer<String> receipts, Clock clock) {
    List<Link> links = new ArrayList<>();
    SmsSettings.Second second = settings.second();
    if (settings.isOn()) {
      links.add(
          link(
              SmsVerdicts.PROVIDER,
              server(
                  settings,
                  settings.smsc(),
                  settings.login(),
                  settings.passwordFile(),
                  settings.sender()),
              settings,
              receipts,
              clock));
    }
    if (second.isThere()) {
      links.add(
          link(
              Provider.SECOND,
              server(
                  settings, second.smsc(), second.login(), second.passwordFile(), second.sender()),
              settings,
              receipts,
              clock));
    }
    return new SmppLinks(links);
  }

  private static SmppServer server(
      SmsSettings settings, String smsc, String login, @Nullable Path password, String sender) {
    return new SmppServer(
        smsc, login, requireNonNull(password), sender, settings.deadline(), settings.window());
  }

  private static Link link(
      String name,
      SmppServer server,
      SmsSettings settings,
      Consumer<String> receipts,
      Clock clock) {
    var pace = new Pace(settings.rate());
    return new Link(name, new SmppLink(server, pace, receipts, clock), pace);
  }

  /** Begins to connect; it does not wait for that. */
  void start() {
    links.forEach(each -> each.link().start());
  }

  List<Provider> providers() {
    return links.stream().map(each -> new Provider(each.name(), each.link())).toList();
  }

  /** How many of them take messages. */
  enum Standing {
    ALL,
    SOME,
    NONE,
    /** There is no provider. */
    OFF
  }

  Standing standing() {
    long bound = links.stream().filter(each -> each.link().isBound()).count();
    if (links.isEmpty()) {
      return Standing.OFF;
    }
    if (bound == 0) {
      return Standing.NONE;
    }
    return bound == links.size() ? Standing.ALL : Standing.SOME;
  }

  /** 1 for each that takes messages; not a number when there is no provider. */
  Map<String, Double> bound() {
    if (links.isEmpty()) {
      return Map.of(SmsVerdicts.PROVIDER, Double.NaN);
    }
    Map<String, Double> bound = new TreeMap<>();
    links.forEach(each -> bound.put(each.name(), each.link().isBound() ? 1.0 : 0.0));
    return bound;
  }

  double perSecond() {
    return links.stream().mapToDouble(each -> each.pace().perSecond()).sum();
  }

  @Override
  public void close() {
    links.forEach(each -> each.link().close());
  }
}
