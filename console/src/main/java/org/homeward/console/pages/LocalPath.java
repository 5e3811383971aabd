package org.homeward.console.pages;

import java.util.regex.Pattern;

/** A page of the console to go to; whatever else a link names leads to the beginning. */
public final class LocalPath {

  private static final Pattern OURS = Pattern.compile("(/[A-Za-z0-9._-]+)+");

  private LocalPath() {}

  public static String of(String wished) {
    return OURS.matcher(wished).matches() && !wished.startsWith("/language/") ? wished : "/";
  }
}
