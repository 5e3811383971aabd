package org.homeward.console.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.login.HttpTokens;
import org.homeward.console.login.LoginOver;
import org.homeward.console.pages.HttpPages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What has changed, as server-sent events, for 25 seconds. The browser comes back by itself, and
 * each time it is asked anew who is there: no stream outlives a session or a token for long.
 */
@RestController
class LiveController {

  /** A token that {@link HttpTokens#current} gives is good for longer. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  /** How soon it shows that a page was left. */
  private static final Duration SIGN = Duration.ofSeconds(3);

  private final HttpApi api;
  private final HttpTokens tokens;
  private final SharedWaits waits;
  private final BooleanSupplier stopping;

  /**
   * @param stopping whether this process is about to end
   */
  LiveController(HttpApi api, HttpTokens tokens, SharedWaits waits, BooleanSupplier stopping) {
    this.api = api;
    this.tokens = tokens;
    this.waits = waits;
    this.stopping = stopping;
  }

  /**
   * @param after where a page before has stopped
   * @param lastEventId where this page has stopped; it is newer
   */
  @GetMapping("/live")
  void stream(
      @RequestParam(defaultValue = "") String after,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    List<Part> parts = HttpPages.person().map(Part::of).orElse(List.of());
    Function<String, Answer> asking;
    try {
      asking = api.waitingFor(LONGEST);
    } catch (LoginOver over) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    String session = request.getSession().getId();
    Place place = Place.of(lastEventId.isEmpty() ? after : lastEventId);
    try (var follow = new FollowParts(session, asking, waits, LONGEST).from(place, parts)) {
      var line = new HttpLine(response, place);
      line.begin();
      follow(follow, session, line);
    } catch (IOException gone) {
      return; // the page was left
    }
  }

  private void follow(FollowParts follow, String session, HttpLine line)
      throws IOException, InterruptedException {
    while (!follow.isOver() && !stopping.getAsBoolean()) {
      News news = follow.next(SIGN);
      if (news == null) {
        line.sign();
        continue;
      }
      if (news instanceof News.Over || !tokens.isSignedIn(session)) return; // upholds 6
      line.tell(news);
    }
    line.bye();
  }
}
