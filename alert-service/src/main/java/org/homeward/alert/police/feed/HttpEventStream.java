package org.homeward.alert.police.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.homeward.alert.police.formats.FeedForms;
import org.homeward.alert.police.formats.FeedPage;
import org.homeward.durable.log.Cursor;

/**
 * The feed as server-sent events: {@code notice} as on a page, at its place, and {@code heartbeat}
 * with the place up to which everything was told. The id of an event is where to come back.
 */
final class HttpEventStream implements FollowFeed.Line {

  private static final String SIGN = ":\n\n";

  /** How long a reader should wait before it comes back. */
  private static final String RETRY = "retry: 3000\n";

  private final HttpServletResponse response;
  private final FeedForms forms;
  private final Clock clock;

  HttpEventStream(HttpServletResponse response, FeedForms forms, Clock clock) {
    this.response = response;
    this.forms = forms;
    this.clock = clock;
  }

  @Override
  public void item(FeedPage page, FeedPage.Placed item) throws IOException {
    send(event("notice", new Cursor(page.next().epoch(), item.n()), forms.line(item)));
  }

  @Override
  public void heartbeat(FeedPage page) throws IOException {
    send(RETRY + event("heartbeat", page.next(), forms.line(page, clock.instant())));
  }

  @Override
  public void sign() throws IOException {
    send(SIGN);
  }

  private static String event(String name, Cursor place, String json) {
    return "id: " + place + "\nevent: " + name + "\ndata: " + json + "\n\n";
  }

  private void send(String text) throws IOException {
    response.getOutputStream().write(text.getBytes(UTF_8));
    response.flushBuffer();
  }
}
