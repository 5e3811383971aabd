package org.homeward.browser;

import com.microsoft.playwright.Locator;

/** Clicks on what is there. */
final class Mouse implements Hands {

  @Override
  public void press(Locator control) {
    control.click();
  }

  @Override
  public void choose(Locator answer) {
    answer.check();
  }

  @Override
  public void type(Locator field, String text) {
    field.fill(text);
  }

  @Override
  public void select(Locator list, String code) {
    list.selectOption(code);
  }
}
