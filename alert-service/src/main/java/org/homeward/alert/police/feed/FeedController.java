package org.homeward.alert.police.feed;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.feed.ShowNotice.Shown;
import org.homeward.alert.police.formats.FeedAddress;
import org.homeward.alert.police.formats.FeedForm;
import org.homeward.alert.police.formats.FeedForms;
import org.homeward.alert.police.formats.FeedItem;
import org.homeward.alert.police.formats.FeedWish;
import org.homeward.alert.police.formats.Representation;
import org.homeward.durable.log.Cursor;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.PageLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The police feed, and one notice of it, for a desk's program and its people. */
@RestController
class FeedController {

  /** A key that is missing is missing for a while. */
  private static final String RETRY_AFTER_S = "60";

  private final ReadFeed readFeed;
  private final ShowNotice showNotice;
  private final FeedForms forms;
  private final HttpFeedTags tags;

  FeedController(ReadFeed readFeed, ShowNotice showNotice, FeedForms forms, HttpFeedTags tags) {
    this.readFeed = readFeed;
    this.showNotice = showNotice;
    this.forms = forms;
    this.tags = tags;
  }

  @GetMapping(FeedAddress.FEED)
  ResponseEntity<byte[]> feed(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String upto,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      @AuthenticationPrincipal KnownDesk desk) {
    FeedForm form = written(form(accept));
    FeedWish wish = wish(after, before, upto, limit);
    Cursor head = readFeed.head();
    FeedPart part =
        readFeed.find(desk, wish, head).orElseThrow(() -> gone(forms, head, wish.limit()));
    String tag = tag(desk, form, wish.toString(), part.standing());
    if (HttpFeedTags.isHeld(known, tag)) {
      return unchanged(tag);
    }
    ReadFeed.Told told = readFeed.tell(desk, part).orElseThrow(FaceProblem.UNAVAILABLE::exception);
    return answer(
        HttpAccept.pageType(form.representation()),
        tag(desk, form, wish.toString(), told.part().standing()),
        form.feed(told.page(), desk.exercise(), wish));
  }

  @GetMapping(FeedAddress.NOTICES + "/{id}")
  ResponseEntity<byte[]> notice(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      @AuthenticationPrincipal KnownDesk desk) {
    return notice(id, form(accept), known, desk);
  }

  /** For readers that follow a link without naming a form, as readers of CAP do. */
  @GetMapping(FeedAddress.NOTICES + "/{id}/cap")
  ResponseEntity<byte[]> message(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      @AuthenticationPrincipal KnownDesk desk) {
    if (!HttpAccept.acceptsCap(accept)) {
      throw notAcceptable(Representation.CAP);
    }
    return notice(id, Representation.CAP, known, desk);
  }

  private ResponseEntity<byte[]> notice(
      String id, Representation wanted, @Nullable String known, KnownDesk desk) {
    FeedForm form = written(wanted);
    ShowNotice.Found found =
        showNotice.find(desk, id).orElseThrow(FaceProblem.NOT_FOUND::exception);
    String tag = tag(desk, form, id, found.standing());
    if (HttpFeedTags.isHeld(known, tag)) {
      return unchanged(tag);
    }
    return switch (showNotice.show(desk, found)) {
      case Shown.Item(FeedItem item) -> {
        Optional<byte[]> body = form.item(item);
        yield answer(
            HttpAccept.type(wanted), tag, body.orElseThrow(AlertProblem.NO_CAP_MESSAGE::exception));
      }
      case Shown.Nothing() -> throw FaceProblem.NOT_FOUND.exception();
      case Shown.Unrecorded() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }

  /** The place is not in this log: the reader starts again at the log's beginning. */
  static ProblemException gone(FeedForms forms, Cursor head, int limit) {
    var restart = new Cursor(head.epoch(), 0);
    return FaceProblem.CURSOR_GONE
        .problem()
        .with("resync", forms.restart(restart, limit))
        .exception();
  }

  static ProblemException notAcceptable(Representation... there) {
    return FaceProblem.NOT_ACCEPTABLE
        .problem()
        .with("representations", Arrays.stream(there).map(HttpAccept::name).toList())
        .exception();
  }

  static Cursor cursor(String text) {
    return Cursor.parse(text).orElseThrow(AlertProblem.BAD_CURSOR::exception);
  }

  private static Representation form(@Nullable String accept) {
    return HttpAccept.best(accept).orElseThrow(() -> notAcceptable(Representation.values()));
  }

  /** Before anything is looked at: without a key nothing is shown, and nothing recorded. */
  private FeedForm written(Representation form) {
    return forms
        .in(form)
        .orElseThrow(
            () ->
                AlertProblem.CAP_NOT_SIGNED
                    .problem()
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
                    .exception());
  }

  private static FeedWish wish(
      @Nullable String after, @Nullable String before, @Nullable String upto, String limit) {
    int items = PageLimit.of(limit);
    if (Stream.of(after, before, upto).filter(Objects::nonNull).count() > 1) {
      throw AlertProblem.BAD_CURSOR.exception();
    }
    if (before != null) {
      return new FeedWish.Before(cursor(before), items);
    }
    if (upto != null) {
      return new FeedWish.UpTo(cursor(upto), items);
    }
    return after == null ? new FeedWish.Newest(items) : new FeedWish.After(cursor(after), items);
  }

  private String tag(KnownDesk desk, FeedForm form, String of, String standing) {
    String reader = desk.person() == null ? desk.desk() : desk.desk() + " " + desk.person();
    return tags.of(reader, form.representation().name(), of, form.wording(), standing);
  }

  private static ResponseEntity<byte[]> answer(MediaType type, String tag, byte[] body) {
    return headers(ResponseEntity.ok(), tag).contentType(type).body(body);
  }

  private static ResponseEntity<byte[]> unchanged(String tag) {
    return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), tag).build();
  }

  /** Kept by the desk's own reader at most, and asked about each time. */
  private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer, String tag) {
    return answer
        .eTag(tag)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION);
  }
}
