package org.homeward.alert.orders.posters;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.AlertStates.Effective;
import org.homeward.alert.orders.alerts.Hold;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.posters.LayOut.Laid;
import org.homeward.alert.orders.posters.Poster.LeftOut;

/**
 * Makes a poster of an alert that goes out to everybody now, anew each time; nobody keeps one here.
 */
final class MakePoster {

  private final AlertStates states;
  private final BooleanSupplier isKnown;
  private final WritePoster writePoster;
  private final DrawingPlace place;
  private final Clock clock;

  /**
   * @param isKnown whether this node knows what holds now
   */
  MakePoster(
      AlertStates states,
      BooleanSupplier isKnown,
      WritePoster writePoster,
      DrawingPlace place,
      Clock clock) {
    this.states = states;
    this.isKnown = isKnown;
    this.writePoster = writePoster;
    this.place = place;
    this.clock = clock;
  }

  /** The form in which it is wanted. */
  sealed interface Form {

    /** A list of what is on it. */
    record Outline() implements Form {}

    /** PDF, a page for each language. */
    record Paper() implements Form {}

    /** PNG of one page. */
    record Png(Optional<String> language) implements Form {}

    /** PNG with the code alone. */
    record Square() implements Form {}
  }

  /** How it ended. */
  sealed interface Made {

    /**
     * Here it is.
     *
     * @param bytes empty for an outline
     */
    record Drawn(Poster poster, byte[] bytes) implements Made {}

    record Refused(Rule rule, List<String> holds) implements Made {}

    /** There is no sheet in the language that was asked for. */
    record NoSuchLanguage() implements Made {}

    /** The node may know only what is too old, or a picture cannot be read now. */
    record NotKnown() implements Made {}

    /** Too many posters are being drawn. */
    record Busy() implements Made {}
  }

  /** The rule by which there is no poster. */
  enum Rule {
    NOT_PUBLIC,
    NOT_ACTIVE,
    /** A stop, a freeze or a brake holds the alert. */
    HELD,
    /** In none of its languages can its words be written in full and large enough. */
    DOES_NOT_FIT
  }

  Made make(SeenAlert alert, Form form) {
    return place.draw(() -> atOnce(alert, form)).orElseGet(Made.Busy::new);
  }

  /** The states are read when it is drawn, not when its turn was asked for. */
  private Made atOnce(SeenAlert alert, Form form) {
    if (!isKnown.getAsBoolean()) {
      return new Made.NotKnown(); // upholds 4
    }
    // A brake holds it: paper that is printed begins anew, and cannot be emptied like a page.
    return switch (states.effective(alert.id(), clock.instant())) {
      case Effective.Goes(Alert.Active active) -> goes(alert.id(), active, form);
      case Effective.Held(var holds) ->
          new Made.Refused(Rule.HELD, holds.stream().map(Hold::name).sorted().toList());
      case Effective.Ends _, Effective.Nothing _ -> new Made.Refused(Rule.NOT_ACTIVE, List.of());
    };
  }

  private Made goes(String id, Alert.Active active, Form form) {
    Optional<String> code = active.issue().preview().read().code();
    if (code.isEmpty()) return new Made.Refused(Rule.NOT_PUBLIC, List.of()); // upholds 3
    return writePoster
        .write(id, active, code.get(), clock.instant())
        .map(written -> drawn(written, form))
        .orElseGet(Made.NotKnown::new);
  }

  static Made drawn(Poster written, Form form) {
    try (var regular = Typeface.regular();
        var bold = Typeface.bold()) {
      List<LeftOut> leftOut = new ArrayList<>(written.leftOut());
      List<Laid> laid =
          laid(written, new Writable(regular, bold), new LayOut(regular, bold), leftOut);
      if (laid.isEmpty()) {
        return new Made.Refused(Rule.DOES_NOT_FIT, List.of());
      }
      Poster poster =
          new Poster(
              written.code(),
              written.link(),
              written.phone(),
              written.exercise(),
              laid.stream().map(Laid::sheet).toList(),
              written.faces(),
              leftOut);
      var draw = new DrawPoster(regular, bold);
      return switch (form) {
        case Form.Outline() -> new Made.Drawn(poster, new byte[0]);
        case Form.Paper() -> new Made.Drawn(poster, draw.paper(poster, laid));
        case Form.Square() ->
            new Made.Drawn(poster, Picture.drawn(draw.square(poster), 0, 2 * Picture.POINTS));
        case Form.Png(var language) -> {
          int page = language.map(poster.languages()::indexOf).orElse(0);
          yield page < 0
              ? new Made.NoSuchLanguage()
              : new Made.Drawn(
                  poster, Picture.ofPage(draw.paper(poster, List.of(laid.get(page))), 0));
        }
      };
    }
  }

  private static List<Laid> laid(
      Poster written, Writable writable, LayOut layOut, List<LeftOut> leftOut) {
    Map<String, Float> tall = new HashMap<>();
    written
        .faces()
        .forEach((child, jpeg) -> DrawPoster.tall(jpeg).ifPresent(times -> tall.put(child, times)));
    List<Laid> all = new ArrayList<>();
    for (Sheet sheet : written.sheets()) {
      Optional<Writable.Kept> kept = writable.of(sheet);
      if (kept.isEmpty()) {
        leftOut.add(new LeftOut(LeftOut.What.NO_LETTERS, sheet.language()));
        continue;
      }
      Optional<Laid> fits = layOut.fit(kept.get().sheet(), tall);
      if (fits.isEmpty()) {
        leftOut.add(new LeftOut(LeftOut.What.TOO_LONG, sheet.language()));
        continue;
      }
      if (kept.get().lessForms()) {
        leftOut.add(new LeftOut(LeftOut.What.NAME_FORM, sheet.language()));
      }
      all.add(fits.get());
    }
    return all;
  }
}
