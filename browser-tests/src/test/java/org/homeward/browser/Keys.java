package org.homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * A keyboard and nothing else: Tab leads to each control, and the way there is looked at. Each stop
 * has to be seen, with a mark, and not behind something that stays in its place.
 */
final class Keys implements Hands {

  /** More stops than any page has. */
  private static final int LONGEST_WAY = 400;

  /** Where the focus is, as seen from the control that is looked for. */
  private static final String PLACE =
      """
      wanted => {
        const stop = document.activeElement;
        if (!stop || stop === document.body) return "outside";
        const label = stop.closest("label");
        const parts = [stop, label].filter(part => part);
        const isMarked = stop.matches("[type=datetime-local], [type=date], [type=time]") // its parts mark themselves
            || parts.some(part => getComputedStyle(part).outlineStyle !== "none");
        const isSeen = [...stop.getClientRects()].some(box => {
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return top && (stop.contains(top) || label?.contains(top));
        });
        const isStop = stop.tabIndex >= 0;
        if (isStop && !isMarked) return "unseen, not marked: " + stop.outerHTML.slice(0, 300);
        if (isStop && !isSeen) return "unseen, behind something: " + stop.outerHTML.slice(0, 300);
        if (stop === wanted) return "there";
        const isBeside = stop.type === "radio" && stop.name === wanted.name && stop.form === wanted.form;
        if (isBeside) return "beside";
        const skips = stop.matches(".govuk-skip-link") && wanted.closest("main");
        return skips ? "before" : "elsewhere";
      }
      """;

  /** Whether pressing it leads to another page. */
  private static final String LEADS =
      "control => control.matches('a[href]:not([href^=\"#\"]):not([target]), form button')";

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  @Override
  public void press(Locator control) {
    reach(control);
    if (!(boolean) control.evaluate(LEADS)) {
      page.keyboard().press("Enter");
      return;
    }
    page.evaluate("() => { window.wasHere = true; }");
    page.keyboard().press("Enter");
    page.waitForFunction("() => !window.wasHere && document.readyState === 'complete'");
  }

  @Override
  public void choose(Locator answer) {
    reach(answer);
    if (!answer.isChecked()) {
      page.keyboard().press("Space");
    }
    assertThat(answer.isChecked()).isTrue();
  }

  @Override
  public void type(Locator field, String text) {
    reach(field);
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().press("Delete");
    page.keyboard().type(text);
  }

  @Override
  public void select(Locator list, String code) {
    reach(list);
    page.keyboard().press("Home");
    int lines = list.locator("option").count();
    for (int line = 1; line < lines && !list.inputValue().equals(code); line++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(list.inputValue()).isEqualTo(code);
  }

  private void reach(Locator control) {
    control.waitFor();
    for (int stops = 0; stops < LONGEST_WAY; stops++) {
      String place = (String) control.evaluate(PLACE);
      assertThat(place).as("the focus on %s", page.title()).doesNotStartWith("unseen");
      if (place.equals("there")) {
        return;
      }
      page.keyboard()
          .press(
              switch (place) {
                case "before" -> "Enter"; // over what stands on every page
                case "beside" -> "ArrowDown";
                default -> "Tab";
              });
    }
    throw new AssertionError("Tab does not lead to " + control);
  }
}
