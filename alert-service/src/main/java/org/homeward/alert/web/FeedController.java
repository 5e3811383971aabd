package org.homeward.alert.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.homeward.alert.desks.RecogniseDesk.Recognised;
import org.homeward.alert.feed.FeedAnswer;
import org.homeward.alert.feed.FeedItem;
import org.homeward.alert.feed.FeedPage;
import org.homeward.alert.feed.FeedWish;
import org.homeward.alert.feed.ReadFeed;
import org.homeward.alert.feed.Reader;
import org.homeward.alert.feed.ShowNotice;
import org.homeward.alert.feed.ShowNotice.Shown;
import org.homeward.durable.log.Cursor;
import org.homeward.face.conditional.ETags;
import org.homeward.face.problem.FaceProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The police feed, and one notice of it, for a desk that came with its key. */
@RestController
public class FeedController {

  private static final int MAX_LIMIT = 200;

  private final ReadFeed readFeed;
  private final ShowNotice showNotice;
  private final FeedForms forms;

  public FeedController(ReadFeed readFeed, ShowNotice showNotice, FeedForms forms) {
    this.readFeed = readFeed;
    this.showNotice = showNotice;
    this.forms = forms;
  }

  @GetMapping(FeedAddress.FEED)
  ResponseEntity<byte[]> feed(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") String limit,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      @AuthenticationPrincipal Recognised desk) {
    Representation form = form(accept);
    FeedWish wish = wish(after, limit);
    Cursor head = readFeed.head();
    String tag = tag(head, desk.id(), form, wish.toString());
    if (isHere(wish, head) && ETags.unchanged(known, tag)) {
      return unchanged(tag);
    }
    return switch (readFeed.read(reader(desk), wish, head)) {
      case FeedAnswer.Found(FeedPage page) ->
          answer(form, tag, forms.feed(form, page, desk.desk().exercise(), wish));
      case FeedAnswer.Gone(Cursor restart) ->
          throw AlertProblem.CURSOR_GONE
              .problem()
              .with("resync", forms.restart(restart, wish.limit()))
              .exception();
      case FeedAnswer.Unrecorded() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }

  @GetMapping(FeedAddress.NOTICES + "/{id}")
  ResponseEntity<byte[]> notice(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      @AuthenticationPrincipal Recognised desk) {
    Representation form = form(accept);
    return switch (showNotice.show(reader(desk), id)) {
      case Shown.Item(FeedItem item) ->
          answer(form, "W/\"" + form + "-" + item.edition() + "\"", forms.item(form, item));
      case Shown.Nothing() -> throw FaceProblem.NOT_FOUND.exception();
      case Shown.Unrecorded() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }

  private static Representation form(@Nullable String accept) {
    return Representation.of(accept).orElseThrow(FaceProblem.NOT_ACCEPTABLE::exception);
  }

  private static FeedWish wish(@Nullable String after, String limit) {
    if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MAX_LIMIT) {
      throw AlertProblem.BAD_LIMIT.exception();
    }
    int items = Integer.parseInt(limit);
    return after == null
        ? new FeedWish.Newest(items)
        : new FeedWish.After(
            Cursor.parse(after).orElseThrow(AlertProblem.BAD_CURSOR::exception), items);
  }

  /** A place that is gone is told so, whatever the reader holds. */
  private static boolean isHere(FeedWish wish, Cursor head) {
    return switch (wish) {
      case FeedWish.Newest _ -> true;
      case FeedWish.After(Cursor place, int _) ->
          place.epoch().equals(head.epoch()) && place.n() <= head.n();
    };
  }

  private static Reader reader(Recognised desk) {
    return new Reader(desk.id(), desk.desk().jurisdiction().country(), desk.desk().exercise());
  }

  private static ResponseEntity<byte[]> answer(Representation form, String tag, byte[] body) {
    return headers(ResponseEntity.ok(), tag).contentType(form.type()).body(body);
  }

  private static ResponseEntity<byte[]> unchanged(String tag) {
    return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), tag).build();
  }

  private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer, String tag) {
    return answer
        .eTag(tag)
        .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION);
  }

  /** Weak: the same items, perhaps not the same bytes. */
  private static String tag(Cursor head, String desk, Representation form, String wish) {
    String text = String.join("\n", head.toString(), desk, form.name(), wish);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
