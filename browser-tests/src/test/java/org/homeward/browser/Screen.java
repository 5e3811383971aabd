package org.homeward.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;

/** The screens on which pages must work. */
enum Screen {
  DESKTOP(1366, 768, ColorScheme.LIGHT),
  DESKTOP_DARK(1366, 768, ColorScheme.DARK),
  PHONE(360, 740, ColorScheme.LIGHT),
  PHONE_DARK(360, 740, ColorScheme.DARK);

  private final int width;
  private final int height;
  private final ColorScheme scheme;

  Screen(int width, int height, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  /** The picture of a page on this screen. */
  Path file(Path directory, String page) {
    String on = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return directory.resolve(page + "-" + on + ".png");
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  ColorScheme scheme() {
    return scheme;
  }
}
