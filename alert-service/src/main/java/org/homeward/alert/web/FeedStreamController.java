package org.homeward.alert.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.homeward.alert.desks.RecogniseDesk;
import org.homeward.alert.desks.RecogniseDesk.Recognised;
import org.homeward.alert.feed.FeedPage;
import org.homeward.alert.feed.FollowFeed;
import org.homeward.alert.feed.FollowFeed.Begin;
import org.homeward.alert.feed.Reader;
import org.homeward.alert.feed.Streams;
import org.homeward.durable.log.Cursor;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The police feed as it happens: server-sent events, on the thread of the request. */
@RestController
public class FeedStreamController {

  private static final int RESYNC_LIMIT = 50;

  /** Longer than a connection that has gone keeps its place. */
  private static final String RETRY_AFTER_S = "60";

  private final FollowFeed followFeed;
  private final Streams streams;
  private final RecogniseDesk desks;
  private final FeedForms forms;
  private final Clock clock;

  public FeedStreamController(
      FollowFeed followFeed, Streams streams, RecogniseDesk desks, FeedForms forms, Clock clock) {
    this.followFeed = followFeed;
    this.streams = streams;
    this.desks = desks;
    this.forms = forms;
    this.clock = clock;
  }

  /**
   * @param lastEventId where a reader stood that comes back; it is newer than what its address says
   */
  @GetMapping(FeedAddress.STREAM)
  void stream(
      @RequestParam(required = false) @Nullable String after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      @AuthenticationPrincipal Recognised desk,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    if (!Representation.accepts(accept, MediaType.TEXT_EVENT_STREAM)) {
      throw FaceProblem.NOT_ACCEPTABLE
          .problem()
          .with("representations", MediaType.TEXT_EVENT_STREAM_VALUE)
          .exception();
    }
    Reader reader = FeedController.reader(desk);
    FeedPage first =
        switch (followFeed.begin(reader, place(after, lastEventId))) {
          case Begin.Told(FeedPage page) -> page;
          case Begin.Gone(Cursor restart) ->
              throw FeedController.gone(forms, restart, RESYNC_LIMIT);
          case Begin.Unrecorded() -> throw FaceProblem.UNAVAILABLE.exception();
        };
    if (HttpMethod.HEAD.matches(request.getMethod())) {
      begin(response);
    } else {
      follow(reader, desk, first, response);
    }
  }

  private static void begin(HttpServletResponse response) {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // Asks reverse proxies not to collect what is sent.
    response.setHeader("X-Accel-Buffering", "no");
  }

  /** Takes a place last: a request that is refused displaces nobody. */
  private void follow(Reader reader, Recognised desk, FeedPage first, HttpServletResponse response)
      throws InterruptedException {
    try (Streams.Place place = streams.take(desk.id()).orElseThrow(FeedStreamController::full)) {
      begin(response);
      var line = new EventLine(response, forms.json(), clock);
      followFeed.follow(reader, () -> place.isHeld() && desks.isValid(desk.id()), first, line);
    } catch (IOException gone) {
      // The desk has hung up: nothing is owed to it, its place in the feed is with it.
      return;
    }
  }

  private static ProblemException full() {
    return AlertProblem.STREAMS_FULL
        .problem()
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
        .exception();
  }

  private static Optional<Cursor> place(@Nullable String after, @Nullable String lastEventId) {
    String place = lastEventId == null || lastEventId.isEmpty() ? after : lastEventId;
    return Optional.ofNullable(place).map(FeedController::cursor);
  }
}
