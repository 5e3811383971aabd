package org.homeward.alert.police.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.desks.RecogniseDesk;
import org.homeward.alert.police.formats.FeedAddress;
import org.homeward.alert.police.formats.FeedForms;
import org.homeward.alert.police.formats.FeedPage;
import org.homeward.alert.police.formats.FeedWish;
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
class FeedStreamController {

  private static final int RESYNC_LIMIT = 50;

  /** Longer than a connection that has gone keeps its place. */
  private static final String RETRY_AFTER_S = "60";

  private final ReadFeed readFeed;
  private final FollowFeed followFeed;
  private final Streams streams;
  private final RecogniseDesk desks;
  private final FeedForms forms;
  private final Clock clock;

  FeedStreamController(
      ReadFeed readFeed,
      FollowFeed followFeed,
      Streams streams,
      RecogniseDesk desks,
      FeedForms forms,
      Clock clock) {
    this.readFeed = readFeed;
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
      @AuthenticationPrincipal KnownDesk desk,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    if (!HttpAccept.accepts(accept, MediaType.TEXT_EVENT_STREAM)) {
      throw FaceProblem.NOT_ACCEPTABLE
          .problem()
          .with("representations", MediaType.TEXT_EVENT_STREAM_VALUE)
          .exception();
    }
    FeedPage first = first(desk, place(after, lastEventId));
    if (HttpMethod.HEAD.matches(request.getMethod())) {
      begin(response);
    } else {
      follow(desk, first, response);
    }
  }

  /**
   * @param after empty: from now on
   */
  private FeedPage first(KnownDesk desk, Optional<Cursor> after) {
    Cursor head = readFeed.head();
    FeedPart part =
        readFeed
            .find(desk, new FeedWish.After(after.orElse(head), FollowFeed.BATCH), head)
            .orElseThrow(() -> FeedController.gone(forms, head, RESYNC_LIMIT));
    return readFeed.tell(desk, part).orElseThrow(FaceProblem.UNAVAILABLE::exception).page();
  }

  private static void begin(HttpServletResponse response) {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // Asks reverse proxies not to collect what is sent.
    response.setHeader("X-Accel-Buffering", "no");
  }

  /** Takes a place last: a request that is refused displaces nobody. */
  private void follow(KnownDesk desk, FeedPage first, HttpServletResponse response)
      throws InterruptedException {
    try (Streams.Place place = streams.take(desk.desk()).orElseThrow(FeedStreamController::full)) {
      begin(response);
      var line = new HttpEventStream(response, forms, clock);
      followFeed.follow(desk, () -> place.isHeld() && desks.isValid(desk), first, line);
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
