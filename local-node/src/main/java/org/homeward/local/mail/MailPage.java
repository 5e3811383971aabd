package org.homeward.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Shows the mails to people and programs on this machine. */
final class MailPage implements AutoCloseable {
  private static final int BACKLOG = 64;
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?");

  /** The content of a mail may not load or run anything. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; "
              + "base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");

  private final Mailbox mailbox;
  private final MailHtml html;
  private final HttpServer server;

  private MailPage(String node, Mailbox mailbox, HttpServer server) {
    this.mailbox = mailbox;
    this.html = new MailHtml(node);
    this.server = server;
  }

  static MailPage open(String node, int port, Mailbox mailbox) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    var page = new MailPage(node, mailbox, server);
    server.createContext("/", page::answer);
    server.setExecutor(Executors.newThreadPerTaskExecutor(MailPage::thread));
    server.start();
    return page;
  }

  /** The server's own threads do not see the classes of nested jars. */
  private static Thread thread(Runnable work) {
    Thread thread = Thread.ofVirtual().unstarted(work);
    thread.setContextClassLoader(MailPage.class.getClassLoader());
    return thread;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Reply(int status, String type, String body) {
    static Reply notFound() {
      return new Reply(404, "text/plain", "There is nothing here.\n");
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange);
      HEADERS.forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", reply.type() + ";charset=UTF-8");
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Reply reply(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !THIS_MACHINE.matcher(host).matches()) {
      return new Reply(421, "text/plain", "Ask for 127.0.0.1.\n"); // a name that was turned to us
    }
    try {
      return reply(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          query(exchange.getRequestURI().getRawQuery()));
    } catch (IllegalArgumentException wrong) {
      return new Reply(400, "text/plain", "after and limit are numbers.\n");
    }
  }

  private Reply reply(String method, String path, Map<String, String> query) {
    return switch (method + " " + path) {
      case "GET /health" -> new Reply(200, "text/plain", "UP\n");
      case "GET /" -> new Reply(200, "text/html", list(query));
      case "GET /api/messages" ->
          new Reply(200, "application/json", MailJson.page(mailbox, wanted(query), query));
      case "DELETE /api/messages" -> {
        mailbox.empty();
        yield new Reply(204, "text/plain", "");
      }
      default ->
          method.equals("GET") && path.matches("/messages/[0-9]{1,18}")
              ? one(Long.parseLong(path.substring("/messages/".length())))
              : Reply.notFound();
    };
  }

  private String list(Map<String, String> query) {
    return html.list(mailbox, wanted(query));
  }

  private Reply one(long number) {
    List<Letter> found = mailbox.find(new Mailbox.Wanted("", "", number - 1));
    return found.isEmpty() || found.getFirst().number() != number
        ? Reply.notFound()
        : new Reply(200, "text/html", html.one(found.getFirst()));
  }

  private static Mailbox.Wanted wanted(Map<String, String> query) {
    return new Mailbox.Wanted(
        query.getOrDefault("to", "").strip(),
        query.getOrDefault("subject", "").strip(),
        Long.parseLong(query.getOrDefault("after", "0")));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return query;
  }
}
