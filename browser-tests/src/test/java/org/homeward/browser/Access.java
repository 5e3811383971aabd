package org.homeward.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a program can check of WCAG 2.2 AA, in light and in dark, on every width. */
final class Access {
  private static final List<String> LEVEL_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** The rules that ask what colours there are; the others answer the same in light and dark. */
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  static final String RULES = AxeBuilder.getAxeScript();

  /**
   * Finds one element of each pair of colours, with the size and weight of its letters, and names
   * the pairs. Where things lie over each other is the same in light and dark, and asked of each
   * element once.
   */
  private static final String EACH_PAIR =
      """
      () => {
        window.hwPairs = new Map();
        const seen = [];
        for (const part of document.body.querySelectorAll("*")) {
          const hasWords = [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim());
          const own = getComputedStyle(part);
          if (!hasWords && !part.matches("input, select, textarea")) continue;
          const key = [part.localName === "a", own.color, own.fontSize, own.fontWeight, own.textDecorationLine];
          if (part.localName === "a") key.push(getComputedStyle(part.parentElement).color);
          for (let under = part; under; under = under.parentElement) {
            const style = getComputedStyle(under);
            if (style.backgroundColor !== "rgba(0, 0, 0, 0)") key.push(style.backgroundColor);
            if (style.backgroundImage !== "none") key.push(style.backgroundImage);
            if (style.opacity !== "1") key.push("opacity " + style.opacity);
          }
          const pair = key.join(";");
          if (window.hwPairs.has(pair)) continue;
          window.hwPairs.set(pair, part);
          const isHidden = !part.checkVisibility()
              || part.closest(".govuk-visually-hidden, .govuk-skip-link, :disabled, [aria-disabled=true]");
          if (hasWords && !isHidden) seen.push(pair);
        }
        return {all: [...window.hwPairs.keys()], seen};
      }
      """;

  private static final String MARK =
      "pairs => pairs.forEach(pair => window.hwPairs.get(pair).toggleAttribute('data-pair', true))";

  /** Pairs of words in sight in which nothing was wrong on an earlier page: so it is elsewhere. */
  private static final Set<String> GOOD_PAIRS = ConcurrentHashMap.newKeySet();

  private static final String BEGIN =
      """
      ({within, only}) => {
        window.hwViolations = new Promise(begin => setTimeout(begin)).then(() =>
            axe.run(within, {runOnly: only, resultTypes: ["violations"], preload: false})).then(found =>
            found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ": " + node.html.slice(0, 300) + " " + node.any.map(any => any.message).join(" "))));
      }
      """;

  private static final String VIOLATIONS = "() => window.hwViolations";

  private static final String HEADINGS =
      "() => [...document.querySelectorAll('h1')].filter(title => title.checkVisibility()).length";

  /** Ids of what is wider than the page. */
  private static final String WIDER =
      """
      () => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        return [...document.querySelectorAll("body *")].filter(part => {
          const box = part.getBoundingClientRect();
          return box.right > width + 1 || box.left < -1;
        }).map(part => part.outerHTML.slice(0, 200));
      }
      """;

  /** The usual screen, the same at 200 %, a phone. */
  private static final List<Integer> WIDTHS = List.of(1366, 683, 360);

  private final Page page;
  private final Screen screen;

  Access(Page page, Screen screen) {
    this.page = page;
    this.screen = screen;
  }

  /** The page works on the rules, and whoever asked can do something else meanwhile. */
  Access begun() {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(RULES);
    }
    begin("html", Map.of("type", "tag", "values", LEVEL_AA));
    return this;
  }

  void finish() {
    noneIsBroken(screen.scheme());
    assertThat(page.evaluate(HEADINGS)).as("main headings of %s", page.title()).isEqualTo(1);
    ColorScheme other = screen.scheme() == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK;
    show(other);
    coloursAreGood(other);
    show(screen.scheme());
    fitsEveryWidth();
  }

  private void coloursAreGood(ColorScheme scheme) {
    Map<?, ?> found = (Map<?, ?>) page.evaluate(EACH_PAIR);
    List<String> pairs = texts(found, "all");
    pairs.removeAll(GOOD_PAIRS);
    if (pairs.isEmpty()) {
      return;
    }
    page.evaluate(MARK, pairs);
    begin("[data-pair]", Map.of("type", "rule", "values", OF_COLOURS));
    noneIsBroken(scheme);
    GOOD_PAIRS.addAll(texts(found, "seen"));
  }

  private static List<String> texts(Map<?, ?> found, String name) {
    List<String> texts = new ArrayList<>();
    ((List<?>) requireNonNull(found.get(name))).forEach(text -> texts.add((String) text));
    return texts;
  }

  private void begin(String within, Map<String, Object> only) {
    page.evaluate(BEGIN, Map.of("within", within, "only", only));
  }

  private void noneIsBroken(ColorScheme scheme) {
    Object broken = page.evaluate(VIOLATIONS);
    assertThat((List<?>) broken).as("violations on %s, %s", page.title(), scheme).isEmpty();
  }

  private void show(ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  private void fitsEveryWidth() {
    for (int width : WIDTHS) {
      if (width != page.viewportSize().width) {
        page.setViewportSize(width, screen.height());
      }
      assertThat((List<?>) page.evaluate(WIDER))
          .as("wider than a page of %d pixels: %s", width, page.title())
          .isEmpty();
    }
    page.setViewportSize(screen.width(), screen.height());
  }
}
