package org.homeward.trials.story.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Exchanges;
import org.homeward.local.client.Http;
import org.homeward.local.node.NodePlan;
import org.jspecify.annotations.Nullable;

/** Somebody without a login who reads public pages. */
public final class Passerby {
  /** Headers that differ from answer to answer, whatever was asked. */
  private static final Set<String> OF_EACH =
      Set.of("date", "x-request-id", "traceparent", "connection", "keep-alive");

  private final NodePlan node;
  private final Http api;
  private final Http pages;

  /**
   * @param run picks an address of this machine, where it has many: codes that are not active are
   *     counted by address, and an earlier story may have asked for some
   * @param watch looks at what the API answers
   */
  public Passerby(NodePlan node, String run, Exchanges watch) {
    this.node = node;
    InetAddress own = own(run.hashCode());
    this.api = own == null ? new Http(watch) : Http.from(own, watch);
    this.pages = own == null ? new Http() : Http.from(own, (_, _) -> {});
  }

  private static @Nullable InetAddress own(int number) {
    byte[] bytes = {127, 67, (byte) (number >> 8), (byte) number};
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      new ServerSocket(0, 1, address).close();
      return address;
    } catch (IOException noSuchAddress) {
      return null;
    }
  }

  public Answer notice(String code) {
    return ask(api, "/api/v1/public/notices/" + code);
  }

  public Answer notices() {
    return ask(api, "/api/v1/public/notices");
  }

  public Answer feed() {
    return ask(api, "/api/v1/public/feed");
  }

  /** The page of a code, as a browser gets it. */
  public Answer page(String code) {
    return ask(pages, "/n/" + code);
  }

  private Answer ask(Http http, String path) {
    URI address = node.door().resolve(path);
    return http.send(Http.to(address).header("Accept-Language", "en").build());
  }

  /** All that an answer tells: what is equal here is equal to everybody. */
  public static String told(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>();
    answer.headers().map().forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all));
    headers.keySet().removeAll(OF_EACH);
    return answer.status() + " " + headers + " " + answer.body();
  }
}
